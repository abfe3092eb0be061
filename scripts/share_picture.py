"""Draws static/share.png, the picture that is shown where somebody shares a page of the portal.

Usage: .venv/bin/python scripts/share_picture.py (after make test has installed a browser)
"""

from pathlib import Path

from playwright.sync_api import sync_playwright

STATIC = Path(__file__).resolve().parent.parent / "static"
PAGE = f"""<!doctype html><html lang="th"><style>
@font-face {{ font-family: Sarabun; src: url(file://{STATIC}/fonts/Sarabun-Regular.woff2) }}
@font-face {{ font-family: Sarabun; font-weight: 700; src: url(file://{STATIC}/fonts/Sarabun-Bold.woff2) }}
body {{ margin: 0; width: 1200px; height: 630px; background: #1d4e6f; color: #fff; font-family: Sarabun; display: flex;
  flex-direction: column; justify-content: center; padding: 0 110px; box-sizing: border-box }}
svg {{ width: 150px; margin-bottom: 20px }} b {{ font-size: 128px; line-height: 1.3 }} span {{ font-size: 50px; line-height: 1.5 }}
</style><body><svg viewBox="4 8 24 16" fill="none" stroke="#fff" stroke-width="2.4"><circle cx="12" cy="16" r="6.2"/>
<circle cx="20" cy="16" r="6.2"/></svg><b>ภาคี</b><span>ใครช่วยโรงเรียนของเรา ด้วยอะไร และเท่าไร</span></body></html>"""

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.goto((STATIC / "fonts" / "OFL.txt").as_uri())
    page.set_content(PAGE)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=STATIC / "share.png")
    browser.close()
