# Signing up somebody else: how that producer agreed, then the sign-up itself.

helping-how = Whoever you sign up has to agree. How did they agree?
    .label = How they agreed
    .explain = As published, the Law on Personal Data Protection 91/2025/QH15 asks for the consent of the person themselves. If they sit beside you, they press the button; otherwise they sign a paper slip and you send a photo of it. Until then I keep what you write, and put it on no list.
    .choice-present = They are here and press
    .choice-slip = They signed, I send a photo
    .choice-waiting = Not yet, later

helping-consent-slip = Please send a clear photo of the whole slip with their signature. The Department or the commune has such slips.
    .label = Signed consent slip
    .explain = One slip is for ten people: one photo does, and for the next who signed it you press a button. Please no identity card in the picture.
    .hint = I need a photo of the slip. If there is none yet, tap "Skip"; I keep what you wrote for a while.
    .example = Lay the slip in good light and take it from straight above. JPG, PNG or PDF.
