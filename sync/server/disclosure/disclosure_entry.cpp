#include "sync/server/disclosure/disclosure_entry.h"

#include "sync/server/disclosure/disclosure_limits.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace frontsheet::disclosure {

namespace {

constexpr std::uint8_t kLayout = 1;
constexpr std::size_t kMaxShared = 15;

class Writer {
public:
    void byte(std::uint8_t value) { m_bytes.push_back(static_cast<char>(value)); }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) {
            byte(static_cast<std::uint8_t>(value | 0x80));
        }
        byte(static_cast<std::uint8_t>(value));
    }
    void fixed64(std::uint64_t value) {
        for (int shift = 0; shift < 64; shift += 8) {
            byte(static_cast<std::uint8_t>(value >> shift));
        }
    }
    void time(WallTime value) { fixed64(static_cast<std::uint64_t>(value.ms)); }
    void text(std::string_view value) {
        varint(value.size());
        m_bytes.append(value);
    }
    void raw(std::string_view value) { m_bytes.append(value); }
    void party(const Principal& who) {
        text(who.agency.str());
        text(who.worker.str());
        text(who.role);
        raw(who.device.view());
    }
    void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }
    [[nodiscard]] Bytes take() && { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

// Who a page is about, each once, in order of first mention.
class PeopleList {
public:
    std::uint64_t placeOf(const PersonId& person) {
        if (person.isNull()) {
            return 0;
        }
        if (person == m_last) {
            return m_lastPlace; // records of one person stand together more often than not
        }
        const auto [at, isNew] = m_places.emplace(person, m_people.size() + 1);
        if (isNew) {
            m_people.push_back(person);
        }
        m_last = person;
        m_lastPlace = at->second;
        return m_lastPlace;
    }
    [[nodiscard]] const std::vector<PersonId>& people() const { return m_people; }

private:
    std::vector<PersonId> m_people;
    std::unordered_map<PersonId, std::uint64_t> m_places;
    PersonId m_last;
    std::uint64_t m_lastPlace = 0;
};

std::size_t sharedWith(const RecordId& before, const RecordId& id) {
    std::size_t shared = 0;
    while (shared < kMaxShared && before.bytes[shared] == id.bytes[shared]) {
        ++shared;
    }
    return shared;
}

std::uint8_t kindOf(const What& what) { return static_cast<std::uint8_t>(what.index() + 1); }

void write(Writer& out, const Release& release) {
    Writer parts;
    PeopleList people;
    std::size_t records = 0;
    for (const auto& part : release.parts) {
        records += part.records.size();
    }
    parts.reserve(64 + 20 * records);
    parts.varint(release.parts.size());
    for (const auto& part : release.parts) {
        parts.text(part.terms.reason);
        parts.text(part.terms.clause);
        parts.text(part.terms.purpose);
        parts.text(part.terms.fields);
        parts.varint(part.records.size());
        RecordId before;
        for (const auto& sent : part.records) {
            const std::size_t shared = sharedWith(before, sent.record);
            parts.byte(static_cast<std::uint8_t>(shared));
            parts.raw(sent.record.view().substr(shared));
            parts.varint(sent.version.n);
            parts.varint(people.placeOf(sent.person));
            before = sent.record;
        }
    }
    out.party(release.who);
    out.text(release.scope);
    out.fixed64(release.receipt);
    out.varint(people.people().size());
    for (const auto& person : people.people()) {
        out.raw(person.view());
    }
    out.raw(std::move(parts).take());
}

void write(Writer& out, const Delivered& delivered) {
    out.party(delivered.who);
    out.fixed64(delivered.receipt);
}

void write(Writer& out, const Readings& readings) {
    out.party(readings.who);
    out.varint(readings.readings.size());
    for (const auto& [reading, person] : readings.readings) {
        out.raw(reading.record.view());
        out.varint(reading.version.n);
        out.raw(person.view());
        out.byte(static_cast<std::uint8_t>(reading.how));
        out.time(reading.at);
        if (reading.how == ReadingHow::OpenedWithReason) {
            out.text(reading.reason);
        }
    }
}

void write(Writer& out, const Emergency& emergency) {
    out.byte(static_cast<std::uint8_t>(emergency.step));
    out.raw(emergency.access.view());
    out.raw(emergency.person.view());
    out.time(emergency.until);
    out.party(emergency.who);
    out.text(emergency.words);
}

void write(Writer& out, const NewSegment& segment) {
    out.byte(static_cast<std::uint8_t>(segment.cause));
    out.varint(segment.after);
    out.varint(segment.found);
    out.text(segment.words);
}

void write(Writer& out, const Asked& asked) {
    out.byte(static_cast<std::uint8_t>(asked.view));
    out.byte(static_cast<std::uint8_t>(asked.outcome));
    out.raw(asked.person.view());
    out.party(asked.who);
    out.text(asked.agency.str());
    out.text(asked.worker.str());
}

// Reads until something does not fit; from then on everything reads as nothing, and finish() says so.
class Reader {
public:
    explicit Reader(BytesView bytes) : m_rest(bytes) {}

    std::uint8_t byte() {
        const BytesView one = raw(1);
        return one.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(one[0]);
    }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            const std::uint64_t bits = next & 0x7FU;
            if ((shift == 63 && bits > 1) || (next == 0 && shift > 0)) {
                break; // too large, or a longer form than needed
            }
            value |= bits << shift;
            if ((next & 0x80U) == 0) {
                return value;
            }
        }
        m_failed = true;
        return 0;
    }
    std::uint64_t fixed64() {
        std::uint64_t value = 0;
        const BytesView bytes = raw(8);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            value |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << (8 * i);
        }
        return value;
    }
    WallTime time() { return {static_cast<std::int64_t>(fixed64())}; }
    std::string text() {
        const std::uint64_t size = varint();
        if (size > limits::kMaxText) {
            m_failed = true;
            return {};
        }
        return std::string{raw(static_cast<std::size_t>(size))};
    }
    template <class IdType>
    IdType id() {
        return IdType::fromRaw(raw(16)).value_or(IdType{});
    }
    Principal party() {
        Principal who;
        who.agency = AgencyId{text()};
        who.worker = WorkerId{text()};
        who.role = text();
        who.device = id<DeviceId>();
        return who;
    }
    // A list's length, when so many things of at least `least` bytes are there.
    std::size_t count(std::size_t least) {
        const std::uint64_t size = varint();
        if (size > m_rest.size() / least) {
            m_failed = true;
            return 0;
        }
        return static_cast<std::size_t>(size);
    }
    BytesView raw(std::size_t size) {
        if (m_failed || size > m_rest.size()) {
            m_failed = true;
            return {};
        }
        const BytesView taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }
    void fail() { m_failed = true; }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] Result<void> finish() const {
        return m_failed || !m_rest.empty() ? Result<void>{ErrorCode::Malformed, "entry of the disclosure log"} : ok();
    }

private:
    BytesView m_rest;
    bool m_failed = false;
};

// The people of an entry, each once and in the order in which records name them first: the one form that is written.
class PeopleRead {
public:
    explicit PeopleRead(Reader& in) : m_people(in.count(16)) {
        std::unordered_set<PersonId> once;
        for (auto& person : m_people) {
            person = in.id<PersonId>();
            if (person.isNull() || !once.insert(person).second) {
                in.fail();
                return;
            }
        }
    }
    PersonId at(Reader& in, std::uint64_t place) {
        if (place > m_people.size() || place > m_named + 1) {
            in.fail();
            return {};
        }
        m_named = std::max(m_named, place);
        return place == 0 ? PersonId{} : m_people[static_cast<std::size_t>(place) - 1];
    }
    [[nodiscard]] bool allNamed() const { return m_named == m_people.size(); }

private:
    std::vector<PersonId> m_people;
    std::uint64_t m_named = 0;
};

SentPart readPart(Reader& in, PeopleRead& people) {
    SentPart part;
    part.terms.reason = in.text();
    part.terms.clause = in.text();
    part.terms.purpose = in.text();
    part.terms.fields = in.text();
    const std::size_t records = in.count(4);
    part.records.reserve(records);
    RecordId before;
    for (std::size_t i = 0; i < records && !in.failed(); ++i) {
        SentRecord sent;
        const std::size_t shared = in.byte();
        if (shared > kMaxShared) {
            in.fail();
            break;
        }
        const BytesView rest = in.raw(16 - shared);
        std::copy(before.bytes.begin(), before.bytes.begin() + static_cast<std::ptrdiff_t>(shared),
                  sent.record.bytes.begin());
        std::copy(rest.begin(), rest.end(), sent.record.bytes.begin() + static_cast<std::ptrdiff_t>(shared));
        if (sharedWith(before, sent.record) != shared) {
            in.fail(); // a longer form than needed
            break;
        }
        sent.version.n = in.varint();
        sent.person = people.at(in, in.varint());
        before = sent.record;
        part.records.push_back(sent);
    }
    return part;
}

Release readRelease(Reader& in) {
    Release release;
    release.who = in.party();
    release.scope = in.text();
    release.receipt = in.fixed64();
    PeopleRead people{in};
    const std::size_t parts = in.count(5);
    for (std::size_t i = 0; i < parts && !in.failed(); ++i) {
        release.parts.push_back(readPart(in, people));
    }
    if (!people.allNamed()) {
        in.fail();
    }
    return release;
}

Delivered readDelivered(Reader& in) {
    Delivered delivered;
    delivered.who = in.party();
    delivered.receipt = in.fixed64();
    return delivered;
}

Readings readReadings(Reader& in) {
    Readings readings;
    readings.who = in.party();
    const std::size_t count = in.count(42);
    readings.readings.reserve(count);
    for (std::size_t i = 0; i < count && !in.failed(); ++i) {
        LoggedReading logged;
        Reading& reading = logged.reading;
        reading.record = in.id<RecordId>();
        reading.version.n = in.varint();
        logged.person = in.id<PersonId>();
        reading.how = static_cast<ReadingHow>(in.byte());
        reading.at = in.time();
        if (reading.how == ReadingHow::OpenedWithReason) {
            reading.reason = in.text();
        }
        readings.readings.push_back(logged);
    }
    return readings;
}

Emergency readEmergency(Reader& in) {
    Emergency emergency;
    emergency.step = static_cast<EmergencyStep>(in.byte());
    emergency.access = in.id<EmergencyId>();
    emergency.person = in.id<PersonId>();
    emergency.until = in.time();
    emergency.who = in.party();
    emergency.words = in.text();
    return emergency;
}

NewSegment readSegment(Reader& in) {
    NewSegment segment;
    segment.cause = static_cast<SegmentCause>(in.byte());
    segment.after = in.varint();
    segment.found = in.varint();
    segment.words = in.text();
    return segment;
}

Asked readAsked(Reader& in) {
    Asked asked;
    asked.view = static_cast<EvidenceView>(in.byte());
    const std::uint8_t outcome = in.byte();
    asked.outcome = outcome != 0 ? AskedOutcome::Answered : AskedOutcome::Refused;
    if (outcome > 1) {
        in.fail();
    }
    asked.person = in.id<PersonId>();
    asked.who = in.party();
    asked.agency = AgencyId{in.text()};
    asked.worker = WorkerId{in.text()};
    return asked;
}

} // namespace

Bytes encode(const Entry& entry) {
    Writer out;
    if (const auto* release = std::get_if<Release>(&entry.what)) {
        std::size_t records = 0;
        for (const auto& part : release->parts) {
            records += part.records.size();
        }
        out.reserve(256 + 32 * records);
    }
    out.byte(kLayout);
    out.byte(kindOf(entry.what));
    out.varint(entry.number);
    out.varint(entry.segment);
    out.time(entry.at);
    std::visit([&out](const auto& what) { write(out, what); }, entry.what);
    return std::move(out).take();
}

Result<Entry> decode(BytesView bytes) {
    if (bytes.size() > limits::kMaxEntry) {
        return {ErrorCode::TooLarge, "entry of the disclosure log"};
    }
    Reader in{bytes};
    if (in.byte() != kLayout && !in.failed()) {
        return {ErrorCode::Unsupported, "layout of the disclosure log"};
    }
    const std::uint8_t kind = in.byte();
    Entry entry;
    entry.number = in.varint();
    entry.segment = in.varint();
    entry.at = in.time();
    if (!in.failed()) {
        switch (kind) {
        case 1:
            entry.what = readRelease(in);
            break;
        case 2:
            entry.what = readDelivered(in);
            break;
        case 3:
            entry.what = readReadings(in);
            break;
        case 4:
            entry.what = readEmergency(in);
            break;
        case 5:
            entry.what = readSegment(in);
            break;
        case 6:
            entry.what = readAsked(in);
            break;
        default:
            return {ErrorCode::Unsupported, "kind of entry in the disclosure log"};
        }
    }
    FS_TRY(in.finish());
    return entry;
}

std::string_view name(ReadingHow how) {
    switch (how) {
    case ReadingHow::Shown:
        return "shown";
    case ReadingHow::Printed:
        return "printed";
    case ReadingHow::Exported:
        return "exported";
    case ReadingHow::Edited:
        return "edited";
    case ReadingHow::Revealed:
        return "uncovered";
    case ReadingHow::OpenedWithReason:
        return "opened without contact";
    }
    return "read";
}

std::string_view name(EmergencyStep step) {
    switch (step) {
    case EmergencyStep::Opened:
        return "opened";
    case EmergencyStep::Ended:
        return "ended";
    case EmergencyStep::Reviewed:
        return "reviewed";
    case EmergencyStep::Sought:
        return "sought";
    }
    return "unknown";
}

std::string_view name(SegmentCause cause) {
    switch (cause) {
    case SegmentCause::Broken:
        return "broken";
    case SegmentCause::Restored:
        return "restored";
    case SegmentCause::CutOff:
        return "cut-off";
    }
    return "unknown";
}

} // namespace frontsheet::disclosure
