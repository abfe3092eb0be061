"""Program that reads a PDF from stdin and writes its first page as JPEG, in bounded time and memory."""

import resource
import sys

import pypdfium2

LARGEST_MEMORY = 1024**3


def main(side, seconds):
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    page = pypdfium2.PdfDocument(sys.stdin.buffer.read())[0]
    picture = page.render(scale=side / max(page.get_size())).to_pil()
    picture.convert("RGB").save(sys.stdout.buffer, "JPEG", quality=80)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
