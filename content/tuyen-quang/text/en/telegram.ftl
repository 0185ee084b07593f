# How the bot presents itself on Telegram: in the empty chat (≤ 512 letters), on its profile (≤ 120).

telegram-description =
    The automatic assistant of { $office }.

    Learn about the selection of typical rural industrial products, see whether your product qualifies, and sign up on your phone. Taking part is voluntary.

    Press Start to begin.
telegram-about = Learn about the selection of typical rural industrial products and sign up.
