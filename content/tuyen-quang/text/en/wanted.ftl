### Staff ask for photos, papers and answers that are missing.

wanted = Staff are looking at sign-up { $code } and ask you to add something ({ $count }). After that we go back to what we were doing.
wanted-later = Staff ask you to add something ({ $count }) to sign-up { $code }. When you have time, write "resume" to do it here, or call { $phone }.
wanted-next = Staff ask for something more ({ $count }).
wanted-done = I have put it into your sign-up for staff to see. Thank you.
wanted-left = What staff asked for can wait. When you have time, write "resume" to do it, or call { $phone }.
wanted-crossed = You sent this before I asked, so I did not write it down. Please answer this question.
