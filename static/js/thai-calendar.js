// Django's own admin calendar in the Buddhist era: it reads and writes what portal.thai.dates reads, is worked
// by keys, and says beside every box on which weekday the day in it falls.
/*global Calendar, CalendarNamespace, DateTimeShortcuts, quickElement*/
'use strict';
{
    const BUDDHIST_ERA = 543;
    const MONTHS = ['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน',
        'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'];
    const MONTHS_SHORT = ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.',
        'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'];
    const WEEKDAYS = ['วันอาทิตย์', 'วันจันทร์', 'วันอังคาร', 'วันพุธ', 'วันพฤหัสบดี', 'วันศุกร์', 'วันเสาร์'];
    const NAMES = MONTHS.concat(MONTHS_SHORT).map(name => new RegExp(`^${name.replaceAll('.', '\\.?')}$`));
    const DAY = /^(\d{1,2})(?:\/(\d{1,2})\/| ([^\d ]+) )(พ\.?ศ\.? ?)?(\d{2}|\d{4})$/;

    // The same years as _year() in portal/thai/dates.py; nothing for the others.
    function yearOf(digits, buddhist) {
        let year = Number(digits);
        if (digits.length === 2) {
            year += year >= 20 ? 2500 : 2600;
        }
        if (year >= 2400 && year <= 2700) {
            return year - BUDDHIST_ERA;
        }
        return !buddhist && year >= 1850 && year <= 2200 ? year : null;
    }

    // The one day that a text says for certain, in UTC as the calendar wants it, or null.
    function readDay(text) {
        const arabic = text.replace(/[๐-๙]/g, digit => '๐๑๒๓๔๕๖๗๘๙'.indexOf(digit));
        const [, day, number, name, era, digits] = arabic.trim().replace(/\s+/g, ' ').match(DAY) || [];
        const month = number ? number - 1 : NAMES.findIndex(form => form.test(name)) % 12;
        const year = day && yearOf(digits, era);
        const date = year && new Date(Date.UTC(year, month, day));
        return date && date.getUTCMonth() === month && date.getUTCDate() === Number(day) ? date : null;
    }

    String.prototype.strptime = function() {
        return readDay(this) || new Date(NaN);
    };

    const strftime = Date.prototype.strftime;
    Date.prototype.strftime = function(format) {
        return format.includes('%Y')
            ? `${this.getDate()}/${this.getMonth() + 1}/${this.getFullYear() + BUDDHIST_ERA}`
            : strftime.call(this, format);
    };

    CalendarNamespace.daysOfWeekInitial = ['อา', 'จ', 'อ', 'พ', 'พฤ', 'ศ', 'ส'];
    const draw = CalendarNamespace.draw;
    CalendarNamespace.draw = function(month, year, id, callback, selected) {
        draw(month, year, id, callback, selected);
        const calendar = document.getElementById(id);
        const heading = `${MONTHS[month - 1]} ${year + BUDDHIST_ERA}`;
        calendar.querySelector('caption').textContent = heading;
        for (const day of calendar.querySelectorAll('td a')) {
            const weekday = WEEKDAYS[new Date(year, month - 1, day.textContent).getDay()];
            day.setAttribute('aria-label', `${weekday}ที่ ${day.textContent} ${heading}`);
        }
    };

    const boxOf = num => document.getElementById(DateTimeShortcuts.calendarDivName1 + num);
    const dayMoves = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7};
    const monthMoves = {PageUp: -1, PageDown: 1};

    // The arrows go from day to day, Page Up and Page Down from month to month, with Shift from year to year.
    function move(num, event) {
        const calendar = DateTimeShortcuts.calendars[num];
        const months = (monthMoves[event.key] || 0) * (event.shiftKey ? 12 : 1);
        if (!event.target.matches('td a') || !(months || dayMoves[event.key])) {
            return;
        }
        event.preventDefault();
        const month = new Date(calendar.currentYear, calendar.currentMonth - 1 + months, 1);
        const days = CalendarNamespace.getDaysInMonth(month.getMonth() + 1, month.getFullYear());
        month.setDate(Math.min(event.target.textContent, days) + (dayMoves[event.key] || 0));
        calendar.drawDate(month.getMonth() + 1, month.getFullYear());
        boxOf(num).querySelectorAll('td a')[month.getDate() - 1].focus();
    }

    const addCalendar = DateTimeShortcuts.addCalendar;
    DateTimeShortcuts.addCalendar = function(inp) {
        addCalendar(inp);
        const num = DateTimeShortcuts.calendars.length - 1;
        const box = boxOf(num);
        box.setAttribute('role', 'dialog');
        box.setAttribute('aria-label', 'ปฏิทิน');
        box.querySelector('.calendarnav-previous').setAttribute('aria-label', 'เดือนก่อน');
        box.querySelector('.calendarnav-next').setAttribute('aria-label', 'เดือนถัดไป');
        box.addEventListener('keydown', event => move(num, event));
        quickElement('span', inp.nextElementSibling, '', 'class', 'weekday', 'aria-live', 'polite');
        sayWeekday(inp);
    };

    const openCalendar = DateTimeShortcuts.openCalendar;
    DateTimeShortcuts.openCalendar = function(num) {
        openCalendar(num);
        boxOf(num).scrollIntoView({block: 'nearest'});
        const day = selector => boxOf(num).querySelector(selector);
        (day('.selected a') || day('.today a') || day('td a')).focus();
    };

    const dismissCalendar = DateTimeShortcuts.dismissCalendar;
    DateTimeShortcuts.dismissCalendar = function(num) {
        const inside = boxOf(num).contains(document.activeElement);
        dismissCalendar(num);
        if (inside) {
            DateTimeShortcuts.calendarInputs[num].focus();
        }
    };

    function sayWeekday(inp) {
        const day = readDay(inp.value);
        const hint = inp.parentNode.querySelector('.weekday');
        if (hint) {
            hint.textContent = day ? WEEKDAYS[day.getUTCDay()] : '';
        }
    }

    // A day that was picked gives its box the focus; a day that was typed, its input.
    for (const change of ['input', 'focusin']) {
        document.addEventListener(change, event => {
            if (event.target.matches('.vDateField')) {
                sayWeekday(event.target);
            }
        });
    }
    document.addEventListener('keydown', event => {
        if (event.altKey && event.key === 'ArrowDown' && event.target.matches('.vDateField')) {
            event.preventDefault();
            DateTimeShortcuts.openCalendar(DateTimeShortcuts.calendarInputs.lastIndexOf(event.target));
        }
    });
}
