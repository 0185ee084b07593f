"""The inbox: who needs a person, the talk with them, and staff answering in place of the bot."""
