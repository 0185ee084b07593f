programme-about = The programme.
    .title = About
programme-contacts = Call { $phone }, { $hours }.
    .title = Contacts
