"""The roles and their permissions, which `manage.py setup_roles` writes into Django's groups."""

EDITOR, APPROVER, DIRECTOR, ADMINISTRATOR = "เจ้าหน้าที่", "ผู้บริหาร", "ผอ.โรงเรียน", "ผู้ดูแลระบบ"

ROLES = {
    EDITOR: "บันทึกและแก้ไขข้อมูลทุกเรื่อง เห็นชื่อและโทรศัพท์ของบุคคล",
    APPROVER: "ทำได้ทุกอย่างที่เจ้าหน้าที่ทำได้ ยืนยันโครงการกับข้อตกลง และลงนามรายงานประจำปี",
    DIRECTOR: "เห็นผู้ติดต่อของเครือข่ายที่โรงเรียนอยู่ ไม่เข้าหน้าบันทึกข้อมูล",
    ADMINISTRATOR: "ดูแลบัญชีผู้ใช้และข้อมูลสำนักงาน ดูข้อมูลอื่นได้โดยไม่เห็นชื่อและโทรศัพท์ของบุคคล",
}

NO = ()
LOOK = ("view",)
KEEP = ("view", "change")
MANAGE = ("view", "add", "change")
SETTLE = ("view", "change", "delete")
ENTER = ("view", "add", "change", "delete")
CONFIRM = (*ENTER, "confirm")
SIGN = (*ENTER, "sign")
PEOPLE = (*ENTER, "view_people")
READS_PEOPLE = "partners.view_people"

# fmt: off
TABLE = {
    #                           เจ้าหน้าที่  ผู้บริหาร   ผอ.   ผู้ดูแลระบบ
    "auth.user":                (NO,     NO,      NO, MANAGE),
    "portal.office":            (LOOK,   LOOK,    NO, KEEP),
    "portal.feedback":          (SETTLE, SETTLE,  NO, SETTLE),
    "portal.import":            (LOOK,   LOOK,    NO, NO),
    "portal.province":          (LOOK,   LOOK,    NO, LOOK),
    "portal.district":          (LOOK,   LOOK,    NO, LOOK),
    "portal.subdistrict":       (LOOK,   LOOK,    NO, LOOK),
    "partners.organization":    (ENTER,  ENTER,   NO, LOOK),
    "partners.formername":      (ENTER,  ENTER,   NO, LOOK),
    "partners.contact":         (PEOPLE, PEOPLE,  NO, NO),
    "partners.document":        (ENTER,  ENTER,   NO, LOOK),
    "partners.agreement":       (ENTER,  CONFIRM, NO, LOOK),
    "partners.agreementparty":  (ENTER,  ENTER,   NO, LOOK),
    "networks.school":          (ENTER,  ENTER,   NO, LOOK),
    "networks.schoolyear":      (ENTER,  ENTER,   NO, LOOK),
    "networks.schoolaccount":   (MANAGE, MANAGE,  NO, MANAGE),
    "networks.learningstrand":  (ENTER,  ENTER,   NO, LOOK),
    "networks.groupkind":       (ENTER,  ENTER,   NO, LOOK),
    "networks.kindduty":        (ENTER,  ENTER,   NO, LOOK),
    "networks.kindyear":        (ENTER,  ENTER,   NO, LOOK),
    "networks.group":           (ENTER,  ENTER,   NO, LOOK),
    "networks.groupyear":       (ENTER,  ENTER,   NO, LOOK),
    "networks.groupresult":     (ENTER,  ENTER,   NO, LOOK),
    "networks.meeting":         (ENTER,  ENTER,   NO, LOOK),
    "networks.membership":      (ENTER,  ENTER,   NO, LOOK),
    "projects.category":        (ENTER,  ENTER,   NO, LOOK),
    "projects.project":         (ENTER,  CONFIRM, NO, LOOK),
    "projects.contribution":    (ENTER,  ENTER,   NO, LOOK),
    "projects.participation":   (ENTER,  ENTER,   NO, LOOK),
    "projects.activity":        (ENTER,  ENTER,   NO, LOOK),
    "projects.projectresult":   (ENTER,  ENTER,   NO, LOOK),
    "reports.standard":         (ENTER,  ENTER,   NO, LOOK),
    "reports.standarditem":     (ENTER,  ENTER,   NO, LOOK),
    "reports.annualreport":     (ENTER,  SIGN,    NO, LOOK),
    "reports.reportitem":       (ENTER,  ENTER,   NO, LOOK),
    "reports.evidenceline":     (ENTER,  ENTER,   NO, LOOK),
    "reports.paragraph":        (ENTER,  ENTER,   NO, LOOK),
}
# fmt: on


def permissions_of(role: str) -> set[str]:
    """Return the permissions of a role by their full names, such as projects.confirm_project."""
    column = list(ROLES).index(role)
    return {_permission(model, action) for model, row in TABLE.items() for action in row[column]}


def _permission(model, action):
    """Return the name of a permission; an action of two words is already its codename."""
    app, name = model.split(".")
    return f"{app}.{action}" if "_" in action else f"{app}.{action}_{name}"


def reads_people(user) -> bool:
    """Return whether a user may read the names and phones of private people (roles: เจ้าหน้าที่ and ผู้บริหาร)."""
    return user.has_perm(READS_PEOPLE)
