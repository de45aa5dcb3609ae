#include "app/viewmodels/disclosure_model.h"

#include "app/viewmodels/evidence_asking.h"
#include "app/viewmodels/subject_access_wording.h"
#include "core/usecases/who_saw_what.h"

namespace frontsheet {

namespace {

constexpr std::size_t kRowsOfDraft = 5000;

Result<EvidencePage> askAbout(OpenDesk& desk, EvidenceView view, const PersonId& person, std::size_t most) {
    EvidenceAsk ask;
    ask.view = view;
    ask.person = person;
    return askEvidence(desk, ask, most);
}

} // namespace

void DisclosureModel::open(const QString& personId) {
    if (personId == m_personId) {
        return;
    }
    clear();
    const auto id = PersonId::fromHex(personId.toStdString());
    if (!id) {
        return;
    }
    m_personId = personId;
    m_person = *id;
    emit changed();
    run(
        Lane::Read, [](OpenDesk& desk) { return isAuditor(desk); },
        [this, asked = m_person](const Result<bool>& auditor) {
            m_mayDraft = auditor && *auditor && asked == m_person;
            emit changed();
        });
}

void DisclosureModel::clear() {
    m_person = {};
    m_personId.clear();
    m_rows = {};
    m_agencyCodes = m_agencyNames = {};
    m_agency = m_asking = 0;
    m_fetched = m_logBroken = m_devicesFetched = m_mayDraft = false;
    m_asOf = m_logText = m_moreText = m_removedText = m_draftText = QString{};
    m_devices = {};
    dismissError();
    emit changed();
}

QVariantList DisclosureModel::rows() const {
    if (m_agency <= 0 || m_agency >= m_agencyCodes.size()) {
        return m_rows;
    }
    QVariantList chosen;
    for (const QVariant& row : m_rows) {
        if (row.toMap().value(QStringLiteral("agency")).toString() == m_agencyCodes[m_agency]) {
            chosen << row;
        }
    }
    return chosen;
}

void DisclosureModel::setAgency(int index) {
    if (index != m_agency && index >= 0 && index < m_agencyNames.size()) {
        m_agency = index;
        emit changed();
    }
}

void DisclosureModel::fetch() { askFor(EvidenceView::Person, &DisclosureModel::take); }

void DisclosureModel::fetchDevices() { askFor(EvidenceView::Devices, &DisclosureModel::takeDevices); }

void DisclosureModel::askFor(EvidenceView view, void (DisclosureModel::*taken)(const Found&)) {
    if (m_person.isNull() || m_asking != 0) {
        return;
    }
    ++m_asking;
    dismissError();
    emit changed();
    run(
        Lane::Ask,
        [view, person = m_person](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.page, askAbout(desk, view, person, kEvidenceRowsShown));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, asked = m_person, taken](const Result<Found>& found) {
            if (asked != m_person) {
                return;
            }
            m_asking = 0;
            if (found) {
                (this->*taken)(*found);
            } else {
                failAsked(found.error());
            }
            emit changed();
        });
}

void DisclosureModel::take(const Found& found) {
    const EvidencePage& page = found.page;
    const DisclosureWords words{wording(), found.directory};
    m_rows = {};
    m_agencyCodes = QStringList{QString{}};
    m_agencyNames = QStringList{tr("Everybody", "disclosure: choice of agency")};
    for (const auto& row : page.rows) {
        m_rows << words.row(row);
        const QString code = shown(row.agency.str());
        if (!code.isEmpty() && !m_agencyCodes.contains(code)) {
            const AgencyEntry entry = found.directory.agency(row.agency);
            m_agencyCodes << code;
            m_agencyNames << shown(entry.shortName.empty() ? row.agency.str() : entry.shortName);
        }
    }
    m_agency = 0;
    m_fetched = true;
    const EvidenceFrame frame = frameOf(page, words);
    m_asOf = frame.asOf;
    m_logText = frame.logText;
    m_logBroken = frame.logBroken;
    m_moreText = frame.moreText;
}

void DisclosureModel::takeDevices(const Found& found) {
    const DisclosureWords words{wording(), found.directory};
    m_removedText = words.removed(found.page.devices);
    if (m_removedText.isEmpty()) {
        m_removedText = tr("Nothing was taken back from any device yet.", "removed from devices");
    }
    m_devices = words.devices(found.page.devices);
    m_devicesFetched = true;
}

Result<DisclosureModel::Drafted> DisclosureModel::drafted(OpenDesk& desk, const PersonId& person,
                                                          const Wording& wording) {
    EvidenceLine* line = desk.evidence();
    DocumentWriter* writer = desk.documents();
    if (line == nullptr) {
        return {ErrorCode::Unreachable, "no line"};
    }
    if (writer == nullptr) {
        return {ErrorCode::Unsupported, "no documents here"};
    }
    SubjectAccessParts parts;
    FS_ASSIGN(parts.holdings, askAbout(desk, EvidenceView::Holdings, person, kRowsOfDraft));
    FS_ASSIGN(parts.disclosures, askAbout(desk, EvidenceView::Person, person, kRowsOfDraft));
    FS_ASSIGN(parts.directory, desk.directory());
    parts.me = desk.workplace.me;
    const auto draft = subjectAccessDraft(parts, wording);
    // Noted before anything leaves: what cannot be noted is not written.
    FS_TRY((WhoSawWhat{desk.workplace, *line}.noteExported(draft.inBody)));
    FS_ASSIGN(auto path, writer->write(draft.document));
    desk.syncSoon();
    return Drafted{std::move(path), draft.inBody.size(), draft.setAside};
}

void DisclosureModel::writeDraft() {
    if (m_person.isNull() || m_asking != 0 || !m_mayDraft) {
        return;
    }
    ++m_asking;
    m_draftText.clear();
    dismissError();
    emit changed();
    run(
        Lane::Ask, [person = m_person, words = wording()](OpenDesk& desk) { return drafted(desk, person, words); },
        [this, asked = m_person](const Result<Drafted>& done) {
            if (asked != m_person) {
                return;
            }
            m_asking = 0;
            if (done) {
                m_draftText = tr("The draft is in %1. %2 records are in it; %3 are set aside for review and are not. "
                                 "Review it before anything of it goes out.",
                                 "subject access request, %1 file, %2 %3 how many")
                                  .arg(shown(done->path))
                                  .arg(done->inBody)
                                  .arg(done->setAside);
            } else {
                failAsked(done.error());
            }
            emit changed();
        });
}

} // namespace frontsheet
