"""The sheet of control totals in a workbook: each a formula over the rows of the other sheets, with its value."""

from xlsxwriter.utility import xl_range_abs

HEADERS = (("ลำดับ", 8), ("รายการ", 40), ("จำนวน", 20), ("หน่วย", 12), ("นับอย่างไร", 72))
UNKNOWN = "ไม่ระบุ"


def write_control(page, totals, sheets, formats):
    """One row a figure."""
    for place, (header, width) in enumerate(HEADERS):
        page.set_column(place, place, width)
        page.write_string(0, place, header, formats["head"])
    formulas = _formulas({sheet.title: sheet for sheet in sheets})
    for line, (metric, total) in enumerate(totals, start=1):
        cells = f"B{line + 1}", f"D{line + 1}"
        formula = formulas.get(metric.key) or _of_things(sheets, *cells)
        value = UNKNOWN if total is None else float(total)
        page.write_number(line, 0, line, formats["count"])
        page.write_string(line, 1, metric.label, formats["text"])
        form = "baht" if metric.unit == "บาท" else "count"
        page.write_formula(line, 2, f"={formula}", formats[form], value)
        page.write_string(line, 3, metric.unit, formats["text"])
        page.write_string(line, 4, metric.definition, formats["text"])


def _formulas(sheets):
    partners, projects, cash = sheets["ภาคี"], sheets["โครงการ"], sheets["เงินสนับสนุน"]
    amounts = _cells(cash, "amount_baht")
    return {
        "partners": f'COUNTIF({_cells(partners, "part")},"ภาคี")',
        "projects": f"COUNTA({_cells(projects, 'code')})",
        "cash": _known(amounts, f"SUM({amounts})"),
        "cash_known": f"COUNT({amounts})",
        "cash_unknown": f"COUNTA({_cells(cash, 'project_code')})-COUNT({amounts})",
        "agreements": f"COUNTA({_cells(sheets['ข้อตกลง'], 'code')})",
        "groups": f"COUNTA({_cells(sheets['เครือข่าย'], 'code')})",
        "evidence": f'COUNTIF({_cells(projects, "evidence")},"มี")',
    }


def _of_things(sheets, what, unit):
    """How many of the things whose name and unit stand in these cells."""
    things = next(sheet for sheet in sheets if sheet.title == "สิ่งของและบุคลากร")
    same = f"EXACT({_cells(things, 'what')},{what})*EXACT({_cells(things, 'unit')},{unit})"
    quantities = _cells(things, "quantity")
    known = f"SUMPRODUCT({same}*ISNUMBER({quantities}))"
    return f'IF({known}=0,"{UNKNOWN}",SUMPRODUCT({same},{quantities}))'


def _known(cells, formula):
    return f'IF(COUNT({cells})=0,"{UNKNOWN}",{formula})'


def _cells(sheet, key):
    """The cells of a column below its heading."""
    place = sheet.place(key)
    return f"'{sheet.title}'!{xl_range_abs(1, place, max(len(sheet.rows), 1), place)}"
