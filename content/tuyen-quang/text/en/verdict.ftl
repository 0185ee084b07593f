### What the eligibility questions come to: advice, not a decision.

verdict-intro = I ask about { $of } short questions to see whether the product fits. No name or phone number is needed.
verdict-ok = From what you say, the product may take part in the selection.
verdict-warn = From what you say, the product may take part, but should be completed:
verdict-staff = Staff need to look at this before they can answer you:
verdict-no = From what you say, the product cannot take part at this time:
verdict-redirect = This belongs to another office:
verdict-check = ✔ { $what }
verdict-because = – { $what } ({ $article })
verdict-hand-over = Tap "Have staff call me" or "Sign up", so that staff know of it and can answer; I keep no name or number of yours yet.
verdict-advice = This is my advice; the selection Council decides. What would you like to do next?
verdict-sources = I went by these documents:
verdict-source = – { $article }

verdict-option-register = Sign up
verdict-option-sources = See the sources
verdict-option-call = Have staff call me
verdict-option-eligibility = Try another product
verdict-option-home = Later
elsewhere-department = The office to ask is the Department of Industry and Trade of { $province }.
elsewhere-department-merged = { $was } is in { $province } now, so the office to ask is the Department of Industry and Trade of { $province }.
