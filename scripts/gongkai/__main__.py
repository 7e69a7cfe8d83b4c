"""python -m gongkai: the command, where the folder of commands is not on the path."""

from gongkai.cli import main

if __name__ == "__main__":
    main()
