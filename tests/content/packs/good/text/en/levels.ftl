level-commune = commune level
section-contact = Contact
section-product = Product
