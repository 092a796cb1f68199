"""Written Hindi and English: characters, dates, sentences. Knows nothing of forms or papers."""
