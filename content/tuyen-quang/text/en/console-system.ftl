# How the program is doing.

console-system = System
system-title = How the system is doing
system-machine = Server and data
system-well = Well
system-ill = Look here
system-database = Version of the program: { $version }. Database: { $kind }; version of the tables: { $step }.
system-check = Check everything
system-slow = The check took too long and was given up. Try again in some minutes, or run python -m bot doctor on the server.
system-queue = Messages to be sent
system-waiting = { $count } messages wait to be sent; the oldest since { $since }.
system-nothing-waits = No message waits to be sent.
system-workers = Programs at work
system-worker = since { $started }, last seen { $seen }
system-no-workers = None was seen.
system-channels = Channels
system-channels-how = Whether each channel's token, webhook and connection work:
system-channel = Channel
system-heard = Heard somebody last
system-failed = Failed of late
system-unknown = Not known whether it arrived
system-error = Last error
system-no-channels = Nobody has written yet.
