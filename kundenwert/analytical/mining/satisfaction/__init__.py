"""What customers say of us, with its margin of error, beside what they are worth."""
