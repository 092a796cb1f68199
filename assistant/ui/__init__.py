"""The screens, in Gradio, and the small server around them. Nothing of a person's lives here: it is in the records."""
