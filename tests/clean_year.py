"""A plausible fiscal year in which nothing is missing and nothing contradicts itself, another one for each seed."""

from datetime import date, timedelta

from networks.models import (
    Formality,
    GroupYear,
    KindYear,
    LearningStrand,
    Scope,
)
from partners.models import (
    Affiliation,
    AgreementEnd,
    Contact,
    Document,
    DocumentKind,
    Organization,
)
from portal.thai.dates import academic_year, calendar_year, fiscal_year_bounds, format_date
from portal.thai.digits import to_thai
from projects.models import Activity, Category, Participation, ProjectResult
from reports.models import AnnualReport, EvidenceLine, Paragraph, ResultsBy, Section, Standard
from reports.sample.district.chance import WORDS, Chance
from reports.sample.district.organizations import make_office, make_places, make_schools
from tests.factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_kind,
    make_member,
    make_project,
    make_things,
)

DRAWN = 12  # schools


class CleanYear:
    """What was made, for a test to spoil."""

    def __init__(self, year=2566, seed=1):
        self.year, self.chance = year, Chance(seed)
        self.first, self.last = fiscal_year_bounds(year)
        self.districts, self.subdistricts = make_places()
        make_office(self.districts)
        self.schools = make_schools(self.chance, self.subdistricts, [year - 1, year], DRAWN)
        self.partners = self._partners()
        self.groups()
        self.projects = self._projects()
        self.report = self._report()

    def _partners(self):
        places = self.chance.sample(self.subdistricts, self.chance.randrange(4, 9))
        partners = [Organization(kind="sao", name=place.name, subdistrict=place) for place in places]
        for partner in partners:
            partner.save()
            contact = {"position": "ปลัด", "name": self.chance.person()}
            Contact.objects.create(organization=partner, **contact)
        return partners

    def groups(self):
        """Networks with every school in one, a club for every strand, a board, teams, and a network a district."""
        self.network = self.kind("ศูนย์เครือข่ายโรงเรียน", "ศูนย์เครือข่าย", 3, schools_belong=True)
        self.private = self.kind("ศูนย์เครือข่ายโรงเรียนเอกชน", "ศูนย์เครือข่าย", 1, schools_belong=True)
        for number, name in enumerate(WORDS.villages[:3]):
            group = make_group(kind=self.network, name=f"เครือข่าย{name}")
            for school in self.of(Affiliation.OBEC)[number::3]:
                make_member(group=group, organization=school)
        group = make_group(kind=self.private, name="เครือข่ายเอกชนร่วมพัฒนา")
        for school in self.of(Affiliation.PRIVATE):
            make_member(group=group, organization=school)
        self.clubs = self.kind("ชมรมครู", "ชมรม", 8, covers_strands=True, formality=Formality.INFORMAL)
        for number, name in enumerate(WORDS.learning_strands):
            strand = LearningStrand.objects.create(name=name, order=number)
            make_group(kind=self.clubs, name=f"ชมรมครู{name}", strand=strand)
        self.board = self.kind("องค์คณะบุคคล", "องค์คณะ", 2)
        for name in ("คณะกรรมการเขตพื้นที่การศึกษา", "คณะอนุกรรมการข้าราชการครู"):
            group = make_group(kind=self.board, name=name)
            make_member(group=group, role="รอง ผอ.สพป. ทุกท่าน")
            make_member(group=group, person=self.chance.person())
        self.teams = self.kind("ทีมเฉพาะกิจ", "ทีม", 1, works_in_teams=True, scope=Scope.INTERNAL)
        KindYear.objects.filter(kind=self.teams).update(staff=60)
        group = make_group(kind=self.teams, name="คณะทำงานเยี่ยมบ้านนักเรียน")
        GroupYear.objects.create(group=group, fiscal_year=self.year, teams=10, people_per_team=3)
        self.places = self.kind("เครือข่ายการศึกษาระดับตำบล", "ตำบล", 3, formality=Formality.INFORMAL)
        for place in self.subdistricts[:3]:
            make_group(kind=self.places, name=f"เครือข่ายตำบล{place.name}", subdistrict=place)

    def kind(self, name, unit, claimed, **flags):
        kind = make_kind(name=name, unit=unit, **flags)
        method = f"จัดให้มี {claimed} {unit} ในปีงบประมาณ {self.year}" if claimed > 1 else "จัดตั้งตามคำสั่ง"
        KindYear.objects.create(kind=kind, fiscal_year=self.year, claimed=claimed, method=method)
        return kind

    def of(self, affiliation):
        return [school for school in self.schools if school.affiliation == affiliation]

    def _projects(self):
        """Of every partner some of the usual themes, at about the same cost."""
        categories = {
            name: Category.objects.create(name=name, order=n)
            for n, name in enumerate(WORDS.project_categories)
        }
        made = []
        for partner in self.partners:
            for title, category, _ in self.chance.sample(WORDS.project_themes, self.chance.randrange(2, 4)):
                made.append(self.project(partner, title, categories[category]))
        self.agreement = make_agreement(
            self.partners[0],
            self.schools[0],
            title="บันทึกข้อตกลงความร่วมมือส่งเสริมการอ่าน",
            signed_first=self.first - timedelta(days=20),
            signed_last=self.first - timedelta(days=20),
            starts_on=self.first,
            end=AgreementEnd.DATED,
            ends_on=self.last + timedelta(days=400),
        )
        made[0].agreement = self.agreement
        made[0].save()
        return made

    def project(self, partner, title, category):
        day = self.chance.day(self.first, self.last - timedelta(days=3))
        project = make_project(
            title=f"โครงการ{title}",
            fiscal_year=self.year,
            partner=partner,
            category=category,
            starts_on=day,
            ends_on=day + timedelta(days=self.chance.randrange(3)),
            academic_year=academic_year(day) if self.chance.happens(0.6) else None,
            venue=f"ลานกิจกรรม{partner.name}",
            subdistrict=partner.subdistrict,
            objective=f"ให้นักเรียนได้เรียนรู้จาก{title}ร่วมกับชุมชน ไม่น้อยกว่าร้อยละ 80",
            story=f"{partner.short_name} จัด{title}เมื่อ{format_date(day, 'weekday')} ครู 12 คน โรงเรียน 3 แห่ง ร่วมกันจนสำเร็จ",
        )
        paper = Document.objects.create(
            kind=DocumentKind.SUMMARY,
            title=f"สรุปผล{title} {partner.short_name} ปีงบประมาณ {self.year}",
            number=f"{self.chance.randrange(1, 400)}/{calendar_year(day)}",
            dated_first=day,
            dated_last=day,
        )
        project.documents.add(paper)
        make_contribution(project=project, amount=self.chance.randrange(400, 600) * 100)
        if self.chance.happens(0.3):
            make_things(project=project, giver=self.chance.choice(self.partners), quantity=3)
        school = self.chance.choice(self.schools)
        Participation.objects.create(project=project, organization=school, pupils=15, part="host")
        if self.chance.happens(0.3):
            Participation.objects.create(
                project=project, audience="subdistrict", subdistrict=partner.subdistrict, pupils=900
            )
        Activity.objects.create(project=project, name="เตรียมงานร่วมกับโรงเรียน")
        ProjectResult.objects.create(project=project, what="นักเรียนที่เข้าร่วม", low=15, unit="คน")
        return project

    def _report(self):
        standard = Standard.objects.create(name="มาตรฐาน", version="1", indicator="การมีส่วนร่วม")
        report = AnnualReport.objects.create(fiscal_year=self.year, standard=standard, title="รายงาน")
        preface = f"รายงานฉบับนี้เล่าผลของปีงบประมาณ {self.year} ตามพระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2542"
        Paragraph.objects.create(report=report, section=Section.PREFACE, is_lead=True, text=preface)
        for number, by in (("3", ResultsBy.PARTNERS), ("4", ResultsBy.GROUPS)):
            point = standard.items.create(number=number, title="ประเด็น", results_by=by)
            item = report.items.create(standard_item=point, level=4, level_reason="ทำครบตามแผน")
            for section, texts in self.prose().items():
                for order, text in enumerate(texts):
                    Paragraph.objects.create(
                        report=report, item=item, section=section, text=text, order=order
                    )
            papers = Document.objects.filter(projects__fiscal_year=self.year).order_by("pk").distinct()
            for order, paper in enumerate(papers):
                EvidenceLine.objects.create(item=item, document=paper, order=order)
        return report

    def prose(self):
        """Numbers in every manner, all right; years and names that are nobody's mistake."""
        projects, partners = len(self.projects), len(self.partners)
        day = format_date(date(self.year - 543, 1, 14), "weekday")
        return {
            Section.METHODS: [
                "สำนักงานประสานแผนกับ**ภาคี**ก่อนต้นปี ใช้เงิน {เงินสนับสนุนรวม} บาท และติดตามทุกไตรมาส",
                f"ประชุมชี้แจงโรงเรียนเมื่อ{day} ณ สพป. เขต 9 โครงการเริ่มในปีการศึกษา {self.year - 1}",
                "แจ้งเป้าหมายแต่ละแห่งอย่างน้อย 5 โครงการ และนำร่องอำเภอละ 1 ตำบล ภาคเรียนละ 2 โครงการ",
            ],
            Section.RESULTS: [
                f"ภาคี {partners} แห่งร่วมจัด {projects} โครงการ" if partners > 1 else "ภาคีร่วมจัดโครงการ",
                to_thai("มีชมรมครู 8 ชมรม และเครือข่ายโรงเรียน 3+1 ครอบคลุมกลุ่มสาระการเรียนรู้ทุกกลุ่ม"),
                "แปดชมรมทำงานร่วมกับ 3 ศูนย์เครือข่าย ครบทุกโรงเรียนในสังกัด ทั้ง 3 อำเภอ",
                f"ผลดีขึ้นเมื่อเทียบกับปีงบประมาณ {self.year - 1} โดยเฉพาะ 8 กลุ่มสาระการเรียนรู้",
            ],
            Section.PROBLEMS: ["โรงเรียนขนาดเล็กบางแห่งอยู่ไกล ภาคีเข้าถึงได้น้อยกว่าโรงเรียนในตัวอำเภอ"],
            Section.RECOMMENDATIONS: [f"ในปีงบประมาณ {self.year + 1} ควรจัดปฏิทินกิจกรรมร่วมกันล่วงหน้า"],
        }
