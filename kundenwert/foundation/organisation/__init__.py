"""The company that uses the program: its name, address, habits."""
