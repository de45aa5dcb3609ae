#include "app/viewmodels/disclosure_wording.h"

#include "core/domain/sharing/agreement_words.h"

#include <algorithm>
#include <array>
#include <set>

namespace frontsheet {

namespace {

// For lupdate: the context of these sentences.
struct Disclosure {
    Q_DECLARE_TR_FUNCTIONS(Disclosure)
};

int many(std::uint64_t count) { return static_cast<int>(std::min<std::uint64_t>(count, 1'000'000)); }

QString howWords(ReadingHow how) {
    switch (how) {
    case ReadingHow::Shown:
        return Disclosure::tr("Read", "disclosure: opened on a screen");
    case ReadingHow::Printed:
        return Disclosure::tr("Printed", "disclosure");
    case ReadingHow::Exported:
        return Disclosure::tr("Saved to a file", "disclosure");
    case ReadingHow::Edited:
        return Disclosure::tr("Read and added to", "disclosure");
    case ReadingHow::Revealed:
        return Disclosure::tr("Uncovered how to get in", "disclosure");
    case ReadingHow::OpenedWithReason:
        return Disclosure::tr("Read with a reason, out of contact for long", "disclosure");
    }
    return Disclosure::tr("Read", "disclosure: opened on a screen");
}

QString purposeWords(const std::string& purpose) {
    for (const auto& known : sharing::words<sharing::Purpose>()) {
        if (known.word == purpose) {
            return shown(known.words);
        }
    }
    return shown(purpose);
}

// "2 notes, registration": what the first records of a row are.
QString whatOf(const EvidenceRow& row) {
    std::set<std::pair<Category, RecordType>> kinds;
    for (const auto& record : row.records) {
        kinds.insert({record.category, record.type});
    }
    QStringList names;
    for (const auto& [category, type] : kinds) {
        const QString name = categoryWords(category);
        if (!name.isEmpty() && !names.contains(name)) {
            names << name;
        }
    }
    return names.join(QStringLiteral(", "));
}

QString headOf(const EvidenceRow& row) {
    switch (row.kind) {
    case EvidenceKind::Released:
        return Disclosure::tr("%n record(s) sent to their device", "disclosure: a release", many(row.recordCount));
    case EvidenceKind::Read:
        return howWords(row.how);
    case EvidenceKind::EmergencyOpened:
        return Disclosure::tr("Opened in an emergency", "disclosure");
    case EvidenceKind::EmergencyEnded:
        return Disclosure::tr("Ended the emergency access", "disclosure");
    case EvidenceKind::EmergencyReviewed:
        return Disclosure::tr("Reviewed the emergency access", "disclosure");
    case EvidenceKind::EmergencySought:
        return Disclosure::tr("Asked for an emergency access and was refused", "disclosure");
    case EvidenceKind::Asked:
        return Disclosure::tr("Looked at who saw what", "disclosure");
    case EvidenceKind::AskedInVain:
        return Disclosure::tr("Wanted to see who saw what and was refused", "disclosure");
    case EvidenceKind::Gap:
        return Disclosure::tr("The log was interrupted here", "disclosure");
    case EvidenceKind::Other:
        break;
    }
    return Disclosure::tr("Something this app does not know yet", "disclosure: an entry of a newer program");
}

void add(QVariantList& terms, const QString& name, const QString& value) {
    if (!value.isEmpty()) {
        terms << QVariantMap{{QStringLiteral("label"), name}, {QStringLiteral("value"), value}};
    }
}

bool wasToRemove(const EvidenceDevice& device) { return device.standing != DeviceStanding::Holds; }

} // namespace

QString categoryWords(Category category) {
    for (const auto& known : sharing::words<Category>()) {
        if (known.value == category) {
            return shown(known.words);
        }
    }
    return {};
}

QString reasonWords(const std::string& reason) {
    static const std::array<std::pair<std::string_view, const char*>, 9> kWords{{
        {"own-agency", QT_TRANSLATE_NOOP("Disclosure", "works for this agency")},
        {"care-team", QT_TRANSLATE_NOOP("Disclosure", "is on the care team")},
        {"addressed-referral", QT_TRANSLATE_NOOP("Disclosure", "was sent a referral about the person")},
        {"practice-list", QT_TRANSLATE_NOOP("Disclosure", "the person is on their practice's list")},
        {"duty", QT_TRANSLATE_NOOP("Disclosure", "was on duty for a colleague who is involved")},
        {"role-alone", QT_TRANSLATE_NOOP("Disclosure", "by their role")},
        {"emergency", QT_TRANSLATE_NOOP("Disclosure", "opened in an emergency")},
        {"authors-draft", QT_TRANSLATE_NOOP("Disclosure", "their own draft")},
        {"directory", QT_TRANSLATE_NOOP("Disclosure", "the directory")},
    }};
    for (const auto& [known, words] : kWords) {
        if (known == reason) {
            return QCoreApplication::translate("Disclosure", words);
        }
    }
    return shown(reason);
}

QString DisclosureWords::worker(const AgencyId& agency, const WorkerId& id) const {
    const WorkerEntry entry = directory.worker(id);
    if (!entry.name.empty() && (entry.agency.empty() || entry.agency == agency)) {
        return shown(entry.name);
    }
    return id.empty() ? QString{}
                      : Disclosure::tr("worker %1", "disclosure: nobody of that number is in the directory")
                            .arg(shown(id.str()));
}

QVariantMap DisclosureWords::row(const EvidenceRow& row) const {
    const QString who = row.kind == EvidenceKind::Gap ? QString{} : worker(row.agency, row.worker);
    const QString when = wording.dateTime(row.at);
    QString what = headOf(row);
    if (const QString about = whatOf(row); !about.isEmpty()) {
        what = Disclosure::tr("%1: %2", "disclosure: %1 what happened, %2 kinds of information").arg(what, about);
    }
    QVariantList detail;
    add(detail, Disclosure::tr("Role", "disclosure"), capitalised(shown(row.role)));
    add(detail, Disclosure::tr("Why", "disclosure"), capitalised(reasonWords(row.reason)));
    add(detail, Disclosure::tr("For", "disclosure: purpose"), purposeWords(row.purpose));
    add(detail, Disclosure::tr("Clause", "disclosure"), shown(row.clause));
    if (row.kind == EvidenceKind::Released) {
        add(detail, Disclosure::tr("How much", "disclosure: fields"),
            row.fields == "all" ? Disclosure::tr("The whole of each record", "disclosure")
                                : Disclosure::tr("Only: %1", "disclosure, %1 names of fields")
                                      .arg(shown(row.fields).replace('_', ' ')));
        add(detail, Disclosure::tr("Arrived", "disclosure"),
            row.deliveredAt.isKnown() ? wording.dateTime(row.deliveredAt)
                                      : Disclosure::tr("Their device has not said so yet", "disclosure"));
    }
    if (row.kind == EvidenceKind::Read) {
        add(detail, Disclosure::tr("Known since", "disclosure: when the device told of it"), when);
        add(detail, Disclosure::tr("By their device's clock", "disclosure"), wording.dateTime(row.readAt));
    }
    add(detail, Disclosure::tr("Until", "disclosure: an emergency access"), wording.dateTime(row.until));
    add(detail, Disclosure::tr("In their words", "disclosure"), shown(row.words));
    if (!row.device.isNull()) {
        add(detail, Disclosure::tr("Device", "disclosure"), shown(row.device.hex().substr(0, 8)));
    }
    for (const auto& record : row.records) {
        add(detail, typeWords(record.type),
            Disclosure::tr("%1, version %2", "disclosure: %1 number of a record, %2 its version")
                .arg(shown(record.record.hex().substr(24)))
                .arg(record.version.n));
    }
    if (row.recordCount > row.records.size()) {
        add(detail, Disclosure::tr("And more", "disclosure"),
            Disclosure::tr("%n record(s) not named here", "disclosure", many(row.recordCount - row.records.size())));
    }
    add(detail, Disclosure::tr("Entry", "disclosure: number in the log"), QString::number(row.entry));
    const QVariantMap agencyBadge = badge(directory.agency(row.agency));
    return {{QStringLiteral("who"), who},
            {QStringLiteral("worker"), shown(row.worker.str())},
            {QStringLiteral("agency"), shown(row.agency.str())},
            {QStringLiteral("badge"), agencyBadge},
            {QStringLiteral("when"), when},
            {QStringLiteral("what"), what},
            {QStringLiteral("attention"),
             row.kind >= EvidenceKind::EmergencyOpened && row.kind <= EvidenceKind::EmergencySought},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("spoken"),
             QStringList{who, agencyBadge.value(QStringLiteral("shortName")).toString(), what, when}.join(
                 QStringLiteral(", "))}};
}

QVariantMap DisclosureWords::rowOfWorker(const EvidenceRow& row, const std::map<PersonId, std::string>& names) const {
    QVariantMap entry = this->row(row);
    const auto known = names.find(row.person);
    QString about;
    if (known != names.end() && !known->second.empty()) {
        about = shown(known->second);
    } else if (!row.person.isNull()) {
        about = Disclosure::tr("Somebody not held on this device (%1)", "disclosure by worker: %1 end of a number")
                    .arg(shown(row.person.hex().substr(24)));
    } else if (row.peopleCount != 0) {
        about = Disclosure::tr("%n people", "disclosure by worker: of whom", many(row.peopleCount));
    } else if (row.kind == EvidenceKind::Read) {
        about = Disclosure::tr("Something that your agency does not hold",
                               "disclosure by worker: a reading of what is not there");
    } else if (row.kind == EvidenceKind::Released) {
        about = Disclosure::tr("About nobody", "disclosure by worker: the directory and the like");
    }
    const QString what = entry.value(QStringLiteral("what")).toString();
    const QString when = entry.value(QStringLiteral("when")).toString();
    entry[QStringLiteral("who")] = about;
    entry[QStringLiteral("personId")] = row.person.isNull() ? QString{} : shown(row.person.hex());
    QStringList spoken{about, what, when};
    spoken.removeAll(QString{});
    entry[QStringLiteral("spoken")] = spoken.join(QStringLiteral(", "));
    return entry;
}

QString DisclosureWords::sumOfWorker(const std::vector<EvidenceRow>& rows) const {
    std::set<PersonId> people;
    std::uint64_t sent = 0;
    std::uint64_t read = 0;
    std::uint64_t taken = 0;
    std::uint64_t emergencies = 0;
    for (const auto& row : rows) {
        if (row.kind == EvidenceKind::Released) {
            sent += row.recordCount;
        }
        const bool paper = row.how == ReadingHow::Printed || row.how == ReadingHow::Exported;
        if (row.kind == EvidenceKind::Read) {
            (paper ? taken : read) += 1;
        }
        emergencies += row.kind == EvidenceKind::EmergencyOpened ? 1 : 0;
        if (!row.person.isNull() && (row.kind == EvidenceKind::Released || row.kind == EvidenceKind::Read)) {
            people.insert(row.person);
        }
    }
    QStringList parts;
    const auto part = [&](std::uint64_t count, const QString& words) {
        if (count != 0) {
            parts << words;
        }
    };
    part(people.size(), Disclosure::tr("%n people by name.", "disclosure by worker: in all", many(people.size())));
    part(sent, Disclosure::tr("%n record(s) sent to their devices.", "disclosure by worker: in all", many(sent)));
    part(read, Disclosure::tr("Read %n time(s).", "disclosure by worker: in all", many(read)));
    part(taken, Disclosure::tr("Printed or saved to a file %n time(s).", "disclosure by worker: in all", many(taken)));
    part(emergencies, Disclosure::tr("%n emergency access(es).", "disclosure by worker: in all", many(emergencies)));
    return parts.join(QLatin1Char(' '));
}

QString DisclosureWords::log(const LogStanding& log) const {
    if (log.breaks != 0) {
        return Disclosure::tr(
                   "Checked %1: the log is not whole (%2). Ask whoever runs your agency's server. What is listed here "
                   "is what can be read.",
                   "disclosure: %1 when, %2 what is wrong")
            .arg(wording.dateTime(log.verifiedAt), shown(log.firstBreak));
    }
    if (log.verifiedTo == 0) {
        return Disclosure::tr("The log has %1 entries. They have not been checked since the server started.",
                              "disclosure")
            .arg(log.entries);
    }
    return Disclosure::tr("The log is whole to entry %1 of %2, checked %3.", "disclosure: %3 when")
        .arg(log.verifiedTo)
        .arg(log.entries)
        .arg(wording.dateTime(log.verifiedAt));
}

QString DisclosureWords::removed(const std::vector<EvidenceDevice>& devices) const {
    std::uint64_t asked = 0;
    std::uint64_t gone = 0;
    std::uint64_t paper = 0;
    for (const auto& device : devices) {
        asked += wasToRemove(device) ? 1 : 0;
        gone += device.standing == DeviceStanding::Removed ? 1 : 0;
        paper += device.printed;
    }
    if (asked == 0 && paper == 0) {
        return {};
    }
    QString text = asked == 0 ? Disclosure::tr("No device was to remove anything.", "removed from devices")
                              : Disclosure::tr("Removed from %1 of %n device(s).",
                                               "removed from devices, %1 how many have", many(asked))
                                    .arg(gone);
    if (paper != 0) {
        text += QLatin1Char(' ') +
                Disclosure::tr("Printed or saved to a file %n time(s).", "removed from devices", many(paper));
    }
    return text;
}

QVariantList DisclosureWords::devices(const std::vector<EvidenceDevice>& devices) const {
    QVariantList waiting;
    QVariantList gone;
    for (const auto& device : devices) {
        if (!wasToRemove(device)) {
            continue;
        }
        const QString who = worker(device.agency, device.worker);
        const bool done = device.standing == DeviceStanding::Removed;
        const QString text =
            done ? Disclosure::tr("%1: removed %2.", "removed from devices, %1 worker, %2 when")
                       .arg(who, wording.dateTime(device.confirmedAt))
            : device.standing == DeviceStanding::Asked
                ? Disclosure::tr("%1: asked %2, and has not answered yet.", "removed from devices, %1 worker, %2 when")
                      .arg(who, wording.dateTime(device.askedAt))
                : Disclosure::tr("%1: has not been in contact since. It is told when it is.",
                                 "removed from devices, %1 worker")
                      .arg(who);
        (done ? gone : waiting) << QVariantMap{{QStringLiteral("badge"), badge(directory.agency(device.agency))},
                                               {QStringLiteral("text"), text},
                                               {QStringLiteral("waits"), !done}};
    }
    return waiting + gone;
}

} // namespace frontsheet
