### The consent slip on paper, ten people a sheet: printed, signed, photographed.

slip-title = Consent to be signed up by somebody else
slip-helper = Signed up by (name, place of work, signature): ………………………………………………………………… Day ……/……/………
slip-said = This is what the Department's automatic assistant tells people who sign up:
slip-agree = I have read the above, or it was read to me. I agree. Everybody signs in their own line; whoever does not agree leaves it empty.
slip-number = No.
slip-name = Name
slip-phone = Phone number
slip-maker = Establishment, product
slip-commune = Commune, ward
slip-signature = Signature
slip-day = Day
slip-after = The helper takes a clear photo of the whole sheet, sends it with each sign-up, and hands the sheet in at { $office }. No identity card in the picture. Whoever changes their mind calls { $phone }.
slip-version = Text of the consent: { $version }
