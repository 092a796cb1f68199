"""What a document is: forms and their parts as data, a brief (the facts of one case), and the Document made of both."""
