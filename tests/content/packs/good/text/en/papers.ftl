paper-sheet = A sheet
    .file = sheet
paper-part-who = Who
paper-hand-to = To: ….
paper-hand-more = More: ….
paper-commit-truth = It is true.
dossier-d1 = The sheet, signed
