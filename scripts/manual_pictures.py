"""Takes the pictures of docs/manual/ anew: a throw-away office with the year 2557, in a real browser.

Usage: make manual
"""

import io
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from openpyxl import Workbook
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "manual"
ADDRESS = "127.0.0.1:8197"
PASSWORD = secrets.token_urlsafe(16)
WINDOW = {"width": 1180, "height": 720}


def main():
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder}/manual.sqlite3",
            "MEDIA_ROOT": folder,
            "DEBUG": "true",
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        }
        for command in ("migrate -v0", "load_2557", "setup_roles"):
            manage(env, *command.split())
        for name in ("somsri", "wichai"):
            manage(env, "createsuperuser", "--noinput", "--username", name, "--email", "")
        running = [
            subprocess.Popen([sys.executable, "manage.py", *command], cwd=ROOT, env=env)
            for command in (["runserver", "--noreload", ADDRESS], ["print_worker", "--no-reload"])
        ]
        try:
            wait_for_server()
            with sync_playwright() as playwright:
                take_all(
                    playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
                )
        finally:
            for process in running:
                process.terminate()


def manage(env, *words):
    subprocess.run(
        [sys.executable, "manage.py", *words], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL
    )


def wait_for_server():
    for _ in range(60):
        try:
            return urllib.request.urlopen(f"http://{ADDRESS}/", timeout=5)
        except OSError:
            time.sleep(0.5)
    raise SystemExit("the portal did not start")


def take_all(browser):
    page = new_page(browser)
    page.goto("/admin/login/")
    take(page, "sign-in")
    sign_in(page, "somsri")
    take(page, "desk")
    page.goto("/admin/partners/organization/add/")
    page.select_option("#id_kind", "sao")
    page.fill("#id_name", "ทุ่งนารี")
    take(page, "organization")
    page.goto("/admin/projects/project/2/change/")
    take(page, "project")
    page.locator("#contributions-group").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#contributions-group').scrollIntoView()")
    take(page, "project-rows")
    page.goto("/admin/partners/agreement/1/change/")
    take(page, "agreement")
    page.goto("/admin/networks/group/?q=ประชาสัมพันธ์")
    page.locator("#result_list tbody th a").first.click()
    take(page, "committee")
    page.goto("/admin/projects/project/?fiscal_year=2557&evidence=no")
    take(page, "list")
    take_import(page, "import", "31/2/2557", "สองหมื่น")
    take_import(page, "import-ready", "22 ส.ค. 57", "45,500 บาท")
    take_evidence(page)
    take_history(page)
    take_doubles(page)
    take_report(page)
    take_signing(page, browser)


def take_import(page, name, day, amount):
    """What is said of a file of two projects, the second of which was held on this day with this much."""
    heads = ["ปีงบประมาณ", "ชื่อโครงการ", "ภาคี", "วันที่จัด", "ผู้ให้", "จำนวนเงิน (บาท)"]
    book = Workbook()
    for row in (
        heads,
        [2557, "ค่ายคณิตศาสตร์", "อบต.ควนขนุน", "29-30 เม.ย. 2557", "อบต.ควนขนุน", "๒๐,๐๐๐"],
        [2557, "ปลูกป่าชุมชน", "อบต.ควนขนุน", day, "อบต.ควนขนุน", amount],
    ):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    page.goto("/admin/projects/project/import/projects/")
    page.set_input_files("#id_file", {"name": "โครงการ.xlsx", "mimeType": "", "buffer": content.getvalue()})
    page.click("input[type=submit]")
    page.wait_for_url("**/import/projects/*/")
    take(page, name)


def take_evidence(page):
    """Two files in the zone, and the document that one of them became."""
    page.goto("/admin/projects/project/3/change/")
    page.set_input_files("#id_new_files", [photo("เปิดงาน.jpg"), photo("มอบเกียรติบัตร.jpg")])
    page.evaluate("document.querySelector('.new-files').scrollIntoView()")
    take(page, "evidence")
    save(page)
    page.goto("/admin/partners/document/?q=เปิดงาน")
    page.locator("#result_list tbody th a").first.click()
    page.wait_for_selector(".field-file")
    page.evaluate("document.querySelector('.field-file').closest('fieldset').scrollIntoView()")
    take(page, "document")


def take_history(page):
    page.goto("/admin/projects/project/3/change/")
    page.fill("#id_venue", "ศาลาประชาคม")
    save(page)
    page.goto("/admin/projects/project/3/history/")
    take(page, "history")


def take_doubles(page):
    """A name that nearly stands already; stored all the same, it is merged into the first."""
    page.goto("/admin/partners/organization/add/")
    page.select_option("#id_kind", "sao")
    page.fill("#id_name", "ควนขณุน")
    page.press("#id_name", "Tab")
    page.wait_for_selector(".near a")
    take(page, "near")
    first = page.locator(".near a").first.get_attribute("href")
    page.check(".near input")
    page.get_by_role("button", name="บันทึกแล้วแก้ไขต่อ").click()
    page.wait_for_url("**/change/")
    keep, gone = (address.split("/")[-3] for address in (first, page.url))
    page.goto(f"/admin/partners/organization/{keep}/merge/?other={gone}")
    take(page, "merge")


def take_report(page):
    """A year is opened, and the year 2557 is written: one paragraph with a live figure."""
    page.goto("/admin/reports/annualreport/open/")
    take(page, "open-year")
    page.goto("/admin/reports/annualreport/1/write/")
    words = page.locator("#preface textarea").first
    words.fill(words.input_value() + " ในปีนี้มี **{จำนวนโครงการ} โครงการ**")
    page.locator("#overall").get_by_text("บันทึกแล้ว").wait_for()
    page.frame_locator("iframe[name=preview]").get_by_text(re.compile("๑๓.* โครงการ")).first.wait_for()
    page.locator(".picker summary").click()
    take(page, "write")
    page.goto("/admin/reports/annualreport/1/checks/")
    page.locator(".tick-all input").first.check()
    page.locator("#reason").fill("ต้นฉบับไม่มีภาพหรือคำสั่งของงานเหล่านี้")
    take(page, "checks")
    settle(page)
    page.goto("/admin/reports/annualreport/1/thanks/")
    page.evaluate("document.querySelector('.thanked').closest('fieldset').scrollIntoView()")
    take(page, "thanks")


def settle(page):
    """All findings are let stand for a reason."""
    for box in page.locator("[name=finding]").all():
        box.check()
    page.locator("#reason").fill("ตรงตามต้นฉบับ")
    page.locator(".settle-foot [type=submit]").click()
    page.wait_for_selector(".messagelist .success")


def take_signing(page, browser):
    """One sends the report, another signs it, and the edition is there for all."""
    page.goto("/admin/reports/annualreport/1/year/")
    confirm(page, "submit")
    signer = new_page(browser)
    signer.goto("/admin/login/")
    sign_in(signer, "wichai")
    signer.goto("/admin/reports/annualreport/1/year/")
    take(signer, "year")
    confirm(signer, "publish")
    while signer.locator("#content").get_by_text("กำลังพิมพ์").count():
        signer.wait_for_timeout(1000)
        signer.goto("/admin/reports/annualreport/1/year/")
    signer.goto("/reports/2557/")
    signer.locator("details.card summary").first.click()
    take(signer, "edition")
    signer.goto("/reports/2557/proof/")
    take(signer, "proof")


def confirm(page, act):
    """The password once more, and the button of what is done."""
    page.fill(f"#{act}-password", PASSWORD)
    page.locator(f"#{act} [type=submit]").click()
    page.wait_for_selector(".messagelist .success")


def new_page(browser):
    return browser.new_page(viewport=WINDOW, timezone_id="Asia/Bangkok", base_url=f"http://{ADDRESS}")


def sign_in(page, name):
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/admin/")


def photo(name):
    """A file as a browser sends it: a plain field of colour stands for a photo."""
    content = io.BytesIO()
    Image.new("RGB", (800, 600), "#7da7c4").save(content, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": content.getvalue()}


def save(page):
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.wait_for_selector(".messagelist .success")


def take(page, name):
    """A picture of what stands in the window, in few colours so that it stays small."""
    path = PICTURES / f"{name}.png"
    page.mouse.move(0, 0)
    page.screenshot(path=path, animations="disabled", caret="hide")
    Image.open(path).convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
