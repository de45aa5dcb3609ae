#include "core/usecases/measures.h"

#include "core/domain/care/beginning.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/measure.h"
#include "core/usecases/care_records.h"
#include "core/usecases/own_person.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace frontsheet {

namespace {

constexpr std::size_t kMostUnsafe = 200;
constexpr char kNotAnswered = '-'; // in what is kept while it is being taken; never in a record that is saved

std::string asText(const std::vector<int>& answers) {
    std::string out;
    for (const int answer : answers) {
        out += out.empty() ? "" : ",";
        out += answer < 0 ? std::string{kNotAnswered} : std::to_string(answer);
    }
    return out;
}

std::vector<int> asAnswers(const std::string& text) {
    std::vector<int> out;
    for (std::size_t at = 0; at < text.size(); at += 2) {
        out.push_back(text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1);
    }
    return out;
}

} // namespace

Result<Record> Measures::recordOf(const MeasureTaken& measure) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, measure.person));
    Record record = care::begun(newRecord(m_work, RecordType::Measure, measure.person, Category::FunctionalAssessment),
                                m_work.me, about.records, today(m_work));
    if (!measure.record.isNull()) {
        record.id = measure.record;
    }
    auto& f = record.fields;
    f.put(measure::kInstrument, measure.instrument);
    f.put(measure::kAnswers, asText(measure.answers));
    if (measure.score) {
        f.put(measure::kScore, *measure.score);
    }
    if (measure.impairment >= 0) {
        f.put(measure::kImpairment, measure.impairment);
    }
    f.put(measure::kWith, measure.with);
    f.put(measure::kNote, measure.note);
    f.put(measure::kAgainOn, measure.againOn);
    care::follow(record, m_work.me);
    return record;
}

Result<RecordId> Measures::keep(const MeasureTaken& measure) {
    FS_ASSIGN(const auto record, recordOf(measure));
    FS_TRY(CareRecords(m_work).keepUnfinished(std::nullopt, record));
    return record.id;
}

Result<std::optional<MeasureTaken>> Measures::left(const PersonId& person, const std::string& instrument) {
    FS_ASSIGN(const auto kept, CareRecords(m_work).unfinished());
    const auto own = ownIdOf(m_work.reader, m_work.me.agency, person);
    for (const auto& one : kept) {
        const Record& record = one.after;
        const auto& f = record.fields;
        if (record.type != RecordType::Measure || record.person != own || f.text(measure::kInstrument) != instrument) {
            continue;
        }
        MeasureTaken out;
        out.record = record.id;
        out.person = person;
        out.instrument = instrument;
        out.answers = asAnswers(f.get(measure::kAnswers));
        if (f.find(measure::kScore.tag) != nullptr) {
            out.score = f.get(measure::kScore);
        }
        out.impairment =
            f.find(measure::kImpairment.tag) == nullptr ? -1 : static_cast<int>(f.get(measure::kImpairment));
        out.with = f.get(measure::kWith);
        out.note = f.get(measure::kNote);
        out.againOn = f.get(measure::kAgainOn);
        return std::optional{std::move(out)};
    }
    return std::optional<MeasureTaken>{};
}

Result<void> Measures::giveUp(const RecordId& record) {
    return record.isNull() ? ok() : CareRecords(m_work).giveUp(record);
}

Result<RecordId> Measures::take(const MeasureTaken& measure) {
    FS_ASSIGN(auto record, recordOf(measure));
    if (!measure.answers.empty()) {
        record.fields.put(measure::kScore,
                          std::accumulate(measure.answers.begin(), measure.answers.end(), std::int64_t{0}));
    }
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, record));
    FS_TRY(m_work.writer.save({std::move(intent)}));
    FS_TRY(giveUp(record.id));
    return record.id;
}

Result<WorkingRecord> Measures::load(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::Measure) {
        return {ErrorCode::NotFound, "measure"};
    }
    return std::move(*found);
}

Result<Record> Measures::offered(const RecordId& id) {
    FS_ASSIGN(const auto found, load(id));
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, found.record.person));
    const auto date = today(m_work);
    Record action = care::begun(newRecord(m_work, RecordType::Action, found.record.person, Category::CarePlan),
                                m_work.me, about.records, date);
    care::offerSafetyAction(action, found.record, m_work.me, date);
    return action;
}

Result<void> Measures::keepDecision(const SafetyDecided& decided) {
    FS_ASSIGN(const auto found, load(decided.measure));
    Record after = found.record;
    after.fields.put(measure::kSafetyWords, decided.words);
    return CareRecords(m_work).keepUnfinished(found.record, after);
}

Result<std::string> Measures::decisionLeft(const RecordId& id) {
    FS_ASSIGN(const auto kept, CareRecords(m_work).unfinished());
    for (const auto& one : kept) {
        if (one.after.id == id) {
            return one.after.fields.get(measure::kSafetyWords);
        }
    }
    return std::string{};
}

Result<void> Measures::decide(const SafetyDecided& decided) {
    FS_ASSIGN(const auto found, load(decided.measure));
    if (!care::awaitsSafety(found.record)) {
        return {ErrorCode::WrongState, "nothing to decide"};
    }
    Record after = found.record;
    auto& f = after.fields;
    f.put(measure::kSafety, std::string{care::name(decided.decision)});
    f.put(measure::kSafetyWords, decided.words);
    f.put(measure::kSafetyBy, m_work.me.worker);
    std::vector<Intent> intents;
    if (decided.decision == care::SafetyDecision::ActionMade) {
        FS_ASSIGN(auto action, offered(decided.measure));
        if (!decided.what.empty()) {
            action.fields.put(action::kWhat, decided.what);
        }
        if (!decided.due.empty()) {
            action.fields.put(action::kDue, decided.due);
        }
        if (!decided.owner.empty()) {
            action.fields.put(action::kOwner, decided.owner);
            action.fields.put(action::kOwnerAgency, decided.ownerAgency);
        }
        action.fields.put(action::kDetail, decided.words);
        care::follow(action, m_work.me);
        FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, action));
        intents.push_back(std::move(intent));
    }
    FS_ASSIGN(auto intent, intentFor(m_work, found.record, after));
    intents.push_back(std::move(intent));
    FS_TRY(m_work.writer.save(std::move(intents)));
    return giveUp(decided.measure);
}

Result<void> Measures::enterInError(const RecordId& id, const std::string& reason) {
    FS_ASSIGN(const auto found, load(id));
    FS_ASSIGN(const auto after,
              care::ended(found.record, care::Ending::EnteredInError, reason, m_work.me, today(m_work)));
    FS_ASSIGN(auto intent, intentFor(m_work, found.record, after));
    return m_work.writer.save({std::move(intent)});
}

Result<std::vector<MeasureScore>> Measures::history(const PersonId& person) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    std::vector<Record> shown;
    std::vector<MeasureScore> out;
    for (const auto& record : about.records) {
        const auto& f = record.fields;
        if (record.type != RecordType::Measure || f.text(measure::kState) != "taken") {
            continue;
        }
        out.push_back({record.id, f.get(measure::kInstrument), f.get(measure::kTakenOn), f.get(measure::kScore),
                       record.home, f.get(measure::kTakenBy), f.get(measure::kAgainOn), care::awaitsSafety(record),
                       std::binary_search(about.waiting.begin(), about.waiting.end(), record.id),
                       care::endingsOf(record, m_work.me), f});
        shown.push_back(record);
    }
    noteShown(m_work, shown);
    std::sort(out.begin(), out.end(), [](const MeasureScore& a, const MeasureScore& b) {
        return std::tie(a.takenOn, a.record) < std::tie(b.takenOn, b.record);
    });
    return out;
}

Result<std::vector<UnsafeAnswer>> Measures::unsafe() {
    FS_ASSIGN(auto held, m_work.reader.worklist(Worklist::UnsafeAnswers, m_work.me.worker.str(), kMostUnsafe));
    std::reverse(held.begin(), held.end());
    std::vector<PersonId> persons;
    for (const auto& one : held) {
        persons.push_back(one.record.person);
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    std::vector<UnsafeAnswer> out;
    for (std::size_t at = 0; at < held.size(); ++at) {
        out.push_back({std::move(held[at].record), std::move(rows[at])});
    }
    return out;
}

} // namespace frontsheet
