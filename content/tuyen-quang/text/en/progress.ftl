### What a producer is told when staff move a registration on. It names the code and nobody.

progress-complete = Staff have looked at your sign-up { $code }: nothing is missing. Next, a form is printed for you to sign. If you have a question, write here or call { $phone }.
progress-print = The form for sign-up { $code } is printed. Please read it, sign it, and file it with your papers as staff tell you. If you have a question, call { $phone }.
progress-file = The commune has received your paper dossier { $code }. To ask how far it is, write here or call { $phone }.
progress-send = The commune has sent dossier { $code } to the province, for the Council to look at. To ask how far it is, write here or call { $phone }.
progress-judge = The Council has scored dossier { $code }. The Council decides on the result and tells it officially. If you have a question, call { $phone }.
progress-certify = Good news: the product in dossier { $code } gets the certificate of a typical rural industrial product. To ask how to receive it, call { $phone }.
progress-decline = This time the product in dossier { $code } was not chosen. Thank you for taking part; you may enter again next time. To ask why, call { $phone }.
progress-return = Staff ask you to add something to dossier { $code }: { $reason }

    Write "resume" to do it here, or call { $phone } for help.
progress-withdraw = Dossier { $code } takes part in this selection no longer: { $reason }

    If that is not what you want, call { $phone } to open it again.
progress-reopen = Dossier { $code } is open again: { $reason }

    Write "resume" to go on with it, or call { $phone }.

# Read by staff where nothing can be said in the chat.
tell-by-phone = Tell the establishment by phone, dossier { $code }: { $reason }
