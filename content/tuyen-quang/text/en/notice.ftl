### Beneath every notice.

notice-stop = Reply STOP to get no more of these.
notice-way-stop = Stop

### The table of what became of a notice.

notice-column-number = No.
notice-column-channel = Channel
notice-column-name = Contact
notice-column-phone = Phone
notice-column-commune = Commune
notice-column-outcome = Outcome
notice-column-reason = Reason
notice-column-at = At
notice-column-delivered = Arrived at
notice-column-seen = Seen at
notice-column-called = Called at
notice-outcome-pending = not sent yet
notice-outcome-in-flight = being sent
notice-outcome-sent = sent
notice-outcome-failed = could not be sent
notice-outcome-skipped = not sent
notice-outcome-unknown = not known whether it arrived
notice-why-same-person = told by another channel of the same person
notice-why-called = told by phone
notice-why-unreachable = left or blocked the bot before it was sent
notice-why-gone = left or blocked the bot
notice-why-withdrew = wants no more of these
notice-why-cancelled = the notice was cancelled
notice-why-cut-off = the program was cut off while sending
notice-why-no-push = the web page gets nothing while it is not open
notice-why-too-long-ago = has not written to the Zalo account for 7 days
notice-why-never-wrote = never wrote to the Zalo account
notice-why-stopped = no longer follows the Zalo account

# To be pasted into a group, and read over a loudspeaker
paste-notice = { $title }

    { $text }

    To ask or to sign up, write to us or call the office: { $phone }.
    { $links }
aloud-begin = Attention please. News from { $office }.
aloud-again = Once again.
aloud-end = To ask, please call { $phone }, or ask at the commune. Thank you for listening.
# The words before a day, and between hours and minutes, as a notice is written.
aloud-written-day = on
aloud-written-hour = hours
aloud-date = { $day }/{ $month }/{ $year }
aloud-hour = { $hour } o'clock
aloud-hour-minutes = { $hour }:{ $minutes }
aloud-word-ubnd = People's Committee
aloud-word-htx = co-operative
aloud-word-nvh = community house
aloud-word-cnnt = rural industry
