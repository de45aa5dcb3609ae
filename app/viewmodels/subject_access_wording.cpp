#include "app/viewmodels/subject_access_wording.h"

#include "app/viewmodels/disclosure_wording.h"
#include "app/viewmodels/field_wording.h"
#include "core/domain/attachment.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/registration.h"
#include "core/domain/subject_access.h"

#include <algorithm>
#include <map>

namespace frontsheet {

namespace {

using Kind = DocumentPart::Kind;

// For lupdate: the context of these sentences.
struct SubjectAccess {
    Q_DECLARE_TR_FUNCTIONS(SubjectAccess)
};

QString setAsideWords(SetAside reason) {
    switch (reason) {
    case SetAside::ThirdParty:
        return SubjectAccess::tr("about or from somebody else");
    case SetAside::CarerPrivate:
        return SubjectAccess::tr("said in confidence by a carer");
    case SetAside::Safeguarding:
        return SubjectAccess::tr("safeguarding");
    case SetAside::SeriousHarm:
        return SubjectAccess::tr("may cause serious harm if it is shown: ask a health professional first");
    case SetAside::NamedReaders:
        return SubjectAccess::tr("restricted to readers by name");
    case SetAside::Unfinished:
        return SubjectAccess::tr("a draft, or entered in error");
    case SetAside::CannotBeJudged:
    case SetAside::No:
        break;
    }
    return SubjectAccess::tr("could not be looked at here");
}

class Drafting {
public:
    Drafting(const SubjectAccessParts& parts, const Wording& wording)
        : m_parts(parts), m_wording(wording), m_words{wording, parts.directory} {}

    SubjectAccessDraft draft() {
        sort();
        front();
        holdings();
        disclosures();
        m_draft.document.title = SubjectAccess::tr("Draft answer to a request for records").toStdString();
        m_draft.document.fileName =
            "draft-answer-" + m_wording.now().toString(QStringLiteral("yyyy-MM-dd-HHmmss")).toStdString() + ".pdf";
        m_draft.document.running = SubjectAccess::tr("DRAFT: to be reviewed before release").toStdString();
        return std::move(m_draft);
    }

private:
    void add(Kind kind, const QString& text) { m_draft.document.parts.push_back({kind, text.toStdString(), {}, {}}); }

    // Every record is in the body or set aside, and nothing is in neither.
    void sort() {
        for (const auto& holding : m_parts.holdings.holdings) {
            const auto reason = holding.mayRead ? setAsideFrom(holding.record) : SetAside::CannotBeJudged;
            if (reason == SetAside::No) {
                m_draft.inBody.push_back(holding);
            } else {
                ++m_draft.setAside;
                // Of what a reader may not see here not even the reason is known; its category is what the review begins with.
                ++m_aside[{holding.record.category, holding.mayRead ? reason
                                                    : setAsideFrom(holding.record.category) == SetAside::No
                                                        ? SetAside::CannotBeJudged
                                                        : setAsideFrom(holding.record.category)}];
            }
        }
    }

    void front() {
        const AgencyEntry agency = m_parts.directory.agency(m_parts.me.agency);
        add(Kind::Title, SubjectAccess::tr("DRAFT"));
        add(Kind::Notice,
            SubjectAccess::tr("To be reviewed before release. Nothing of this may be given to anybody until somebody "
                              "has read all of it."));
        add(Kind::Paragraph,
            SubjectAccess::tr("Answer to a person's request for their records (UK GDPR, article 15), by %1.",
                              "%1 agency")
                .arg(shown(agency.name)));
        const QString who = personName();
        if (!who.isEmpty()) {
            add(Kind::Paragraph, SubjectAccess::tr("About %1.", "%1 name and birth date").arg(who));
        } else {
            add(Kind::Notice,
                SubjectAccess::tr("No registration of the person is in this draft. Write on it whom it is about."));
        }
        add(Kind::Paragraph,
            SubjectAccess::tr("Made %1 by %2 from what the agency's server held %3.", "%1 when, %2 worker, %3 when")
                .arg(m_wording.fullMoment(nowOf()), m_words.worker(m_parts.me.agency, m_parts.me.worker),
                     m_wording.dateTime(m_parts.holdings.serverTime)));
        add(Kind::Paragraph, SubjectAccess::tr("Records held: %1. In this draft: %2. Set aside: %3.")
                                 .arg(m_parts.holdings.rowsInAll)
                                 .arg(m_draft.inBody.size())
                                 .arg(m_draft.setAside));
        if (m_parts.holdings.next != 0) {
            add(Kind::Notice, SubjectAccess::tr("Not all records fit: this draft is not complete."));
        }
        add(Kind::Heading,
            SubjectAccess::tr("Set aside for review: %n record(s)", "", static_cast<int>(m_draft.setAside)));
        if (m_draft.setAside == 0) {
            add(Kind::Paragraph, SubjectAccess::tr("None."));
        } else {
            add(Kind::Paragraph,
                SubjectAccess::tr("These are not in this draft. Somebody decides about each before anything is "
                                  "released; only their kind is named."));
            DocumentPart table{Kind::Table,
                               {},
                               {SubjectAccess::tr("Category").toStdString(),
                                SubjectAccess::tr("Why it is set aside").toStdString(),
                                SubjectAccess::tr("Records").toStdString()},
                               {}};
            for (const auto& [what, count] : m_aside) {
                const QString category = categoryWords(what.first);
                table.rows.push_back(
                    {capitalised(category.isEmpty() ? SubjectAccess::tr("another category") : category).toStdString(),
                     capitalised(setAsideWords(what.second)).toStdString(), std::to_string(count)});
            }
            m_draft.document.parts.push_back(std::move(table));
        }
        add(Kind::Heading, SubjectAccess::tr("Before it goes out"));
        add(Kind::Paragraph,
            SubjectAccess::tr("Read every note for what it says of other people. Ask a health professional where "
                              "something might cause serious harm. Say what was left out, and why, as far as the "
                              "law lets you. This draft cannot do any of that."));
        add(Kind::PageBreak, {});
    }

    void holdings() {
        add(Kind::Heading, SubjectAccess::tr("What is held"));
        if (m_draft.inBody.empty()) {
            add(Kind::Paragraph, SubjectAccess::tr("Nothing that may stand here before it is reviewed."));
        }
        auto ordered = m_draft.inBody;
        std::stable_sort(ordered.begin(), ordered.end(), [](const EvidenceHolding& a, const EvidenceHolding& b) {
            return a.record.occurredAt < b.record.occurredAt;
        });
        for (const auto& holding : ordered) {
            one(holding.record);
        }
    }

    void one(const Record& record) {
        const RecordSchema* schema = schemaOf(record.type);
        add(Kind::Heading, SubjectAccess::tr("%1, %2", "%1 kind of record, %2 date")
                               .arg(typeWords(record.type), m_wording.date(record.occurredAt)));
        const QString author = m_words.worker(record.authorAgency, record.author);
        add(Kind::Paragraph,
            SubjectAccess::tr("%1. Written by %2, recorded %3.", "%1 category, %2 worker, %3 when")
                .arg(capitalised(categoryWords(record.category)),
                     author.isEmpty() ? SubjectAccess::tr("somebody who is not named", "who wrote a record") : author,
                     m_wording.dateTime(record.recordedAt)));
        DocumentPart table{Kind::Table,
                           {},
                           {SubjectAccess::tr("What").toStdString(), SubjectAccess::tr("As recorded").toStdString()},
                           {}};
        std::size_t left = 0;
        const auto mayStand = [&](FieldTag tag) {
            const FieldSpec* spec = schema->field(tag);
            const bool stands = spec != nullptr && setAsideFrom(spec->category) == SetAside::No;
            left += stands ? 0 : 1;
            return stands;
        };
        const ValueWords words{m_wording, m_parts.directory};
        for (const auto& [tag, value] : record.fields) {
            const QString text = mayStand(tag) ? words.value(record.type, tag, value) : QString{};
            if (!text.isEmpty()) {
                table.rows.push_back({fieldWords(record.type, tag).toStdString(), text.toStdString()});
            }
        }
        // Two wrote at once and nobody has settled it: both are held, so both are answered.
        for (const auto& other : record.fields.others()) {
            const QString who = m_words.worker(other.agency, other.author);
            for (const auto& said : other.says) {
                if (!mayStand(said.field)) {
                    continue;
                }
                const QString text = said.value ? words.value(record.type, said.field, *said.value) : QString{};
                table.rows.push_back(
                    {SubjectAccess::tr("%1, as %2 wrote it on %3", "%1 name of a field, %2 worker, %3 date")
                         .arg(fieldWords(record.type, said.field),
                              who.isEmpty() ? SubjectAccess::tr("somebody who is not named", "who wrote a record")
                                            : who,
                              m_wording.date(other.writtenAt))
                         .toStdString(),
                     (text.isEmpty() ? SubjectAccess::tr("(nothing should stand here)") : text).toStdString()});
            }
        }
        if (!table.rows.empty()) {
            m_draft.document.parts.push_back(std::move(table));
        }
        if (!attachmentsOf(record).empty()) {
            add(Kind::Paragraph,
                SubjectAccess::tr("Its photos and files are named here and are not in this draft. Look at "
                                  "each, and add those that may go out."));
        }
        if (left != 0) {
            add(Kind::Paragraph,
                SubjectAccess::tr("%n entry(ies) of this record set aside for review.", "", static_cast<int>(left)));
        }
    }

    void disclosures() {
        add(Kind::PageBreak, {});
        add(Kind::Heading, SubjectAccess::tr("Who it was shown to"));
        add(Kind::Paragraph,
            SubjectAccess::tr("From the agency's log of disclosures, newest first. Of records set aside for review "
                              "nothing is listed here."));
        std::vector<RecordId> told;
        for (const auto& holding : m_draft.inBody) {
            told.push_back(holding.record.id);
        }
        std::sort(told.begin(), told.end());
        DocumentPart table{Kind::Table,
                           {},
                           {SubjectAccess::tr("When").toStdString(), SubjectAccess::tr("Who").toStdString(),
                            SubjectAccess::tr("Agency").toStdString(),
                            SubjectAccess::tr("What happened").toStdString()},
                           {}};
        for (auto row : m_parts.disclosures.rows) {
            const bool ofRecords = row.kind == EvidenceKind::Released || row.kind == EvidenceKind::Read;
            if (ofRecords) {
                std::erase_if(row.records, [&](const EvidenceRecord& one) {
                    return !std::binary_search(told.begin(), told.end(), one.record);
                });
                if (row.records.empty()) {
                    continue;
                }
                row.recordCount = row.records.size();
            } else if (row.kind == EvidenceKind::Gap || row.kind == EvidenceKind::AskedInVain) {
                continue;
            }
            row.words.clear(); // a reason typed in an emergency is reviewed like any other words
            const QVariantMap words = m_words.row(row);
            const AgencyEntry agency = m_parts.directory.agency(row.agency);
            table.rows.push_back({words.value(QStringLiteral("when")).toString().toStdString(),
                                  words.value(QStringLiteral("who")).toString().toStdString(),
                                  agency.name.empty() ? row.agency.str() : agency.name,
                                  words.value(QStringLiteral("what")).toString().toStdString()});
        }
        if (table.rows.empty()) {
            add(Kind::Paragraph, SubjectAccess::tr("Nobody, of what is in this draft."));
        } else {
            m_draft.document.parts.push_back(std::move(table));
        }
        add(Kind::Paragraph, m_words.log(m_parts.disclosures.log));
    }

    [[nodiscard]] WallTime nowOf() const { return {m_wording.now().toMSecsSinceEpoch()}; }
    [[nodiscard]] QString personName() const {
        for (const auto& holding : m_draft.inBody) {
            if (holding.record.type == RecordType::Registration) {
                const auto& f = holding.record.fields;
                const QString name =
                    QStringList{shown(f.get(registration::kGivenName)), shown(f.get(registration::kFamilyName))}
                        .join(QLatin1Char(' '))
                        .trimmed();
                return SubjectAccess::tr("%1, born %2", "%1 name, %2 date")
                    .arg(name, m_wording.isoDate(f.get(registration::kBorn)));
            }
        }
        return {};
    }

    const SubjectAccessParts& m_parts;
    const Wording& m_wording;
    DisclosureWords m_words;
    SubjectAccessDraft m_draft;
    std::map<std::pair<Category, SetAside>, std::size_t> m_aside;
};

} // namespace

SubjectAccessDraft subjectAccessDraft(const SubjectAccessParts& parts, const Wording& wording) {
    const Wording onPaper = wording.onPaper();
    return Drafting{parts, onPaper}.draft();
}

} // namespace frontsheet
