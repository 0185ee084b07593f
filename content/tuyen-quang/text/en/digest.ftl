### Digests for staff: counts and an address alone.

digest-subject = What waits for staff
digest = Hello. Just now there are:
digest-link = Open the inbox: { $link }
colleague-linked = From now on I will tell { $name } here what waits, in the morning and after lunch. To stop that, switch it off in the staff pages.
colleague-unknown = This code is not valid, or more than 30 minutes old. Get a new one in the staff pages, under Inbox.

digest-title = Digest
digest-why = On working days I tell you how much waits, with an address; never names or phone numbers. Where nothing waits there is no message.
digest-parts = When
digest-morning = In the morning, 7:30
digest-midday = After lunch, 13:00
digest-email = By e-mail
digest-email-hint = Leave it empty for no e-mail.
digest-email-off = No mail server is set, so no e-mail can be sent.
digest-email-wrong = Enter an address like name@office.vn, or leave it empty.
digest-keep = Keep
digest-kept = It is kept.
digest-chat = In my own chat
digest-chat-on = It goes to your chat on { $channel }.
digest-chat-off = Get a code, then say it to the assistant from your own phone. It works once, within 30 minutes.
digest-code = Get a code
digest-code-is = Say to the assistant: NV { $code }
digest-forget = No longer there
