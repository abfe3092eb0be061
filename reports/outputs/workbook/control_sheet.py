"""The sheet of control totals in a workbook: each a formula over the rows of the other sheets, with its value."""

from xlsxwriter.utility import xl_range_abs

HEADERS = (("ลำดับ", 8), ("รายการ", 40), ("จำนวน", 20), ("หน่วย", 12), ("นับอย่างไร", 72))
UNKNOWN = "ไม่ระบุ"


def write_control_sheet(page, totals, sheets, formats):
    """Write the headings and one row a figure; `sheets` are the others of the workbook."""
    for place, (header, width) in enumerate(HEADERS):
        page.set_column(place, place, width)
        page.write_string(0, place, header, formats["head"])
    sheets = {sheet.name: sheet for sheet in sheets}
    formulas = _formulas_of(sheets)
    for line, (metric, total) in enumerate(totals, start=1):
        what, unit = f"B{line + 1}", f"D{line + 1}"
        is_of_things = metric.key.startswith("things:")
        formula = _formula_of_things(sheets["things"], what, unit) if is_of_things else formulas[metric.key]
        value = UNKNOWN if total is None else float(total)
        page.write_number(line, 0, line, formats["count"])
        page.write_string(line, 1, metric.label, formats["text"])
        form = "baht" if metric.unit == "บาท" else "count"
        page.write_formula(line, 2, f"={formula}", formats[form], value)
        page.write_string(line, 3, metric.unit, formats["text"])
        page.write_string(line, 4, metric.definition, formats["text"])


def _formulas_of(sheets):
    partners, projects, cash = sheets["partners"], sheets["projects"], sheets["cash"]
    amounts = _cells(cash, "amount_baht")
    return {
        "partners": f'COUNTIF({_cells(partners, "part")},"ภาคี")',
        "projects": f"COUNTA({_cells(projects, 'code')})",
        "cash": f'IF(COUNT({amounts})=0,"{UNKNOWN}",SUM({amounts}))',
        "cash_known": f"COUNT({amounts})",
        "cash_unknown": f"COUNTA({_cells(cash, 'project_code')})-COUNT({amounts})",
        "agreements": f"COUNTA({_cells(sheets['agreements'], 'code')})",
        "groups": f"COUNTA({_cells(sheets['groups'], 'code')})",
        "evidence": f'COUNTIF({_cells(projects, "evidence")},"มี")',
    }


def _formula_of_things(things, what, unit):
    """Return the formula that counts the things with the name and unit in these cells."""
    same = f"EXACT({_cells(things, 'what')},{what})*EXACT({_cells(things, 'unit')},{unit})"
    quantities = _cells(things, "quantity")
    known = f"SUMPRODUCT({same}*ISNUMBER({quantities}))"
    return f'IF({known}=0,"{UNKNOWN}",SUMPRODUCT({same},{quantities}))'


def _cells(sheet, key):
    """Return the range of a column below its heading."""
    place = sheet.place(key)
    return f"'{sheet.title}'!{xl_range_abs(1, place, max(len(sheet.rows), 1), place)}"
