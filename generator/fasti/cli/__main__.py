"""`python -m fasti.cli`."""

from fasti.cli import main

if __name__ == "__main__":
    main()
