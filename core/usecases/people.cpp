#include "core/usecases/people.h"

#include "core/domain/schema/person_link.h"

namespace frontsheet {

Result<RecordReader::CaseloadPage> People::caseload(RecordReader::CaseloadOf whose, std::size_t offset,
                                                    std::size_t limit) {
    return m_work.reader.caseload(whose, m_work.me.agency, m_work.me.worker, offset, limit);
}

Result<std::vector<PersonRow>> People::search(const std::string& typed, std::size_t limit) {
    return m_work.reader.search(typed, limit);
}

Result<RecordReader::FirstFound> People::searchFirst(const std::string& typed, std::size_t limit, std::size_t first) {
    return m_work.reader.searchFirst(typed, limit, first);
}

namespace {

// Who that is while every registration waits for a reason: as the lists that led here say it.
Result<void> nameFromList(const Workplace& work, const About& about, FrontSheet& sheet) {
    FS_ASSIGN(const auto rows, work.reader.personRows(std::span{about.persons}.first(1)));
    const auto& row = rows.front();
    const auto say = [&row](Stated& stated, const std::string& value) {
        if (!value.empty()) {
            stated.versions.push_back({value, {{row.agencies.empty() ? AgencyId{} : row.agencies.front(), {}}}});
        }
    };
    say(sheet.familyName, row.familyName);
    say(sheet.givenName, row.givenName);
    say(sheet.title, row.title);
    return ok();
}

} // namespace

Result<FrontSheet> People::frontSheet(const PersonId& person) {
    FS_ASSIGN(auto whole, wholeSheet(person));
    return std::move(whole.sheet);
}

Result<WholeSheet> People::wholeSheet(const PersonId& person) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    std::vector<LockedHere> locked;
    if (m_work.leases != nullptr) {
        FS_ASSIGN(locked, m_work.leases->lockedAbout(about.persons));
    }
    if (about.records.empty() && locked.empty()) {
        return {ErrorCode::NotFound, "person"};
    }
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    noteShown(m_work, about.records);
    WholeSheet whole;
    auto& sheet = whole.sheet;
    sheet = assembleFrontSheet({about.records, about.waiting, m_work.me.agency, m_work.clock.now()}, directory);
    if (!locked.empty()) {
        sheet.persons = about.persons;
        const bool unnamed = !sheet.familyName.known() && !sheet.givenName.known();
        FS_TRY(unnamed ? nameFromList(m_work, about, sheet) : ok());
    }
    whole.door = care::doorSheet(sheet, about.records);
    whole.person = care::personSheet(about.records);
    whole.plan = care::planGlance(about.records, today(m_work));
    return whole;
}

Result<void> People::revealed(const RecordId& id) {
    FS_ASSIGN(const auto found, m_work.reader.record(id));
    if (!found) {
        return {ErrorCode::NotFound, "record"};
    }
    const auto& record = found->record;
    if (m_work.journal == nullptr || record.version.n == 0) {
        return ok();
    }
    const HomeReading reading{record.home, {record.id, record.version, ReadingHow::Revealed, m_work.clock.now()}};
    return m_work.journal->noteReadings(std::span{&reading, 1});
}

Result<std::vector<People::Proposal>> People::proposals(std::size_t limit) {
    FS_ASSIGN(const auto links, m_work.reader.worklist(Worklist::LinkProposals, m_work.me.agency.str(), limit));
    std::vector<Proposal> out;
    for (const auto& working : links) {
        const auto& link = working.record;
        Proposal proposal{
            link.id, {}, link.fields.get(person_link::kOtherAgency), link.fields.get(person_link::kEvidence)};
        const PersonId both[] = {link.person, link.fields.get(person_link::kOther)};
        FS_ASSIGN(auto about, m_work.reader.aboutPersons(both));
        for (auto& found : about) {
            if (found.record.type == RecordType::Registration) {
                proposal.registrations.push_back(std::move(found.record));
            }
        }
        out.push_back(std::move(proposal));
    }
    return out;
}

Result<void> People::decideProposal(const RecordId& id, Verdict verdict) {
    FS_ASSIGN(const auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::PersonLink) {
        return {ErrorCode::NotFound, "link"};
    }
    Record after = found->record;
    after.fields.put(person_link::kState, std::string{verdict == Verdict::SameHuman ? "stated" : "refused"});
    after.fields.put(person_link::kBasis, std::string{"confirmed-by-worker"});
    after.fields.put(person_link::kDecidedBy, m_work.me.worker);
    after.fields.put(person_link::kDecidedAt, m_work.clock.now());
    FS_ASSIGN(auto intent, intentFor(m_work, found->record, after));
    return m_work.writer.save({intent});
}

} // namespace frontsheet
