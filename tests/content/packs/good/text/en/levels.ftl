level-commune = commune level
    .opens = Begins in the commune.
section-contact = Contact
section-product = Product
