#include "sync/server/disclosure/disclosure_index.h"

#include "sync/server/disclosure/disclosure_views.h"

#include <sodium/crypto_hash_sha256.h>
#include <sodium/crypto_shorthash.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace frontsheet::disclosure {

namespace {

enum class Kind : char { Person = 'p', Worker = 'w', Receipt = 'r', Emergencies = 'e', EveryView = 'v' };

Subject hashed(Kind kind, BytesView bytes) {
    const Bytes words = std::string(1, static_cast<char>(kind)) + Bytes{bytes};
    Hash hash{};
    (void)crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(words.data()), words.size());
    Subject subject = 0;
    std::memcpy(&subject, hash.data(), sizeof subject);
    return subject;
}

template <class Id>
BytesView raw(const Id& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

class Naming {
public:
    void operator()(const Release& release) {
        who(release.who);
        bool emergency = false;
        for (const auto& part : release.parts) {
            emergency = emergency || part.terms.reason == kEmergencyReason;
            for (const auto& sent : part.records) {
                person(sent.person);
            }
        }
        if (emergency) {
            m_all.push_back(subjectOfEmergencies());
        }
    }
    void operator()(const Delivered& delivered) {
        m_all.push_back(subjectOfReceipt(delivered.who.device, delivered.receipt));
    }
    void operator()(const Readings& readings) {
        who(readings.who);
        for (const auto& reading : readings.readings) {
            person(reading.person);
        }
    }
    void operator()(const Emergency& emergency) {
        who(emergency.who);
        person(emergency.person);
        m_all.push_back(subjectOfEmergencies());
    }
    void operator()(const NewSegment&) { m_all.push_back(subjectOfEveryView()); }
    void operator()(const Asked& asked) {
        who(asked.who);
        person(asked.person);
    }
    [[nodiscard]] std::vector<Subject> take() && {
        std::sort(m_all.begin(), m_all.end());
        m_all.erase(std::unique(m_all.begin(), m_all.end()), m_all.end());
        return std::move(m_all);
    }

private:
    void who(const Principal& one) { m_all.push_back(subjectOf(one.agency, one.worker)); }
    // A page is mostly of one person, record after record.
    void person(const PersonId& one) {
        if (!one.isNull() && one != m_last) {
            m_all.push_back(subjectOf(one));
            m_last = one;
        }
    }
    std::vector<Subject> m_all;
    PersonId m_last;
};

// 0 where there is none, or where the log no longer has the entry it ends with.
Result<std::uint64_t> reach(DisclosureReads& rows) {
    FS_ASSIGN(const auto checkpoint, rows.indexedTo());
    if (checkpoint.number == 0) {
        return std::uint64_t{0};
    }
    bool fits = false;
    FS_TRY(rows.entries(checkpoint.number, [&](const StoredEntry& stored) -> Result<Walk> {
        fits = stored.number == checkpoint.number && stored.hash.size() == checkpoint.hash.size() &&
               std::memcmp(stored.hash.data(), checkpoint.hash.data(), checkpoint.hash.size()) == 0;
        return Walk::Stop;
    }));
    return fits ? checkpoint.number : std::uint64_t{0};
}

Result<void> visitNumbered(DisclosureReads& rows, std::span<const Subject> subjects, std::uint64_t last,
                           const StoredVisitor& visit) {
    std::vector<std::uint64_t> numbers;
    for (const Subject subject : subjects) {
        FS_TRY(rows.indexed(subject, last, numbers));
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (const std::uint64_t number : numbers) {
        FS_TRY(rows.entries(number, [&](const StoredEntry& stored) -> Result<Walk> {
            FS_TRY(stored.number == number ? visit(stored) : ok()); // one that is gone is the verification's to name
            return Walk::Stop;
        }));
    }
    return ok();
}

// The same for the same pairs in any order, and not to be made to fit by anybody who does not know the key.
class Digest {
public:
    explicit Digest(const std::array<unsigned char, crypto_shorthash_KEYBYTES>& key) : m_key(key) {}
    void add(Subject subject, std::uint64_t entry) {
        std::array<unsigned char, 16> pair{};
        std::memcpy(pair.data(), &subject, 8);
        std::memcpy(pair.data() + 8, &entry, 8);
        std::uint64_t hash = 0;
        (void)crypto_shorthash(reinterpret_cast<unsigned char*>(&hash), pair.data(), pair.size(), m_key.data());
        m_sum += hash;
        ++m_count;
    }
    friend bool operator==(const Digest& a, const Digest& b) { return a.m_sum == b.m_sum && a.m_count == b.m_count; }

private:
    const std::array<unsigned char, crypto_shorthash_KEYBYTES>& m_key;
    std::uint64_t m_sum = 0;
    std::uint64_t m_count = 0;
};

} // namespace

Subject subjectOf(const PersonId& person) { return hashed(Kind::Person, raw(person)); }
Subject subjectOf(const AgencyId& agency, const WorkerId& worker) {
    return hashed(Kind::Worker, agency.str() + "\n" + worker.str());
}
Subject subjectOfReceipt(const DeviceId& device, std::uint64_t receipt) {
    Bytes both{raw(device)};
    both.append(reinterpret_cast<const char*>(&receipt), sizeof receipt);
    return hashed(Kind::Receipt, both);
}
Subject subjectOfEmergencies() { return hashed(Kind::Emergencies, {}); }
Subject subjectOfEveryView() { return hashed(Kind::EveryView, {}); }

std::vector<Subject> subjectsOf(BytesView bytes) {
    const auto entry = decode(bytes);
    if (!entry) {
        return {subjectOfEveryView()};
    }
    Naming naming;
    std::visit(naming, entry->what);
    return std::move(naming).take();
}

Result<void> walkAbout(LedgerReads& ledger, std::span<const Subject> subjects, std::uint64_t last,
                       const StoredVisitor& visit, const MoreSubjects& then) {
    auto& rows = ledger.disclosures();
    FS_ASSIGN(const auto to, reach(rows));
    if (to != 0) {
        const auto until = std::min(to, last);
        FS_TRY(visitNumbered(rows, subjects, until, visit));
        if (then) {
            FS_TRY(visitNumbered(rows, then(), until, visit));
        }
    }
    return rows.entries(to + 1, [&](const StoredEntry& stored) -> Result<Walk> {
        if (stored.number > last) {
            return Walk::Stop;
        }
        FS_TRY(visit(stored));
        return Walk::On;
    });
}

Result<bool> indexMore(LedgerWrites& ledger, std::size_t most) {
    auto& rows = ledger.disclosureWrites();
    FS_ASSIGN(const auto known, rows.indexedTo());
    FS_ASSIGN(const auto from, reach(rows));
    if (known.number != 0 && from == 0) {
        FS_TRY(rows.forgetIndex());
    }
    std::vector<IndexedEntry> found;
    Checkpoint checkpoint;
    std::size_t taken = 0;
    FS_TRY(rows.entries(from + 1, [&](const StoredEntry& stored) -> Result<Walk> {
        for (const Subject subject : subjectsOf(stored.bytes)) {
            found.push_back({subject, stored.number});
        }
        checkpoint.number = stored.number;
        checkpoint.hash = {};
        std::copy_n(stored.hash.begin(), std::min(stored.hash.size(), checkpoint.hash.size()), checkpoint.hash.begin());
        return ++taken < most ? Walk::On : Walk::Stop;
    }));
    if (taken == 0) {
        return false;
    }
    std::sort(found.begin(), found.end(), [](const IndexedEntry& a, const IndexedEntry& b) {
        return a.subject != b.subject ? a.subject < b.subject : a.entry < b.entry;
    });
    FS_TRY(rows.index(found, checkpoint));
    return true;
}

Result<std::uint64_t> notIndexed(LedgerReads& ledger) {
    auto& rows = ledger.disclosures();
    FS_ASSIGN(const auto end, rows.end());
    FS_ASSIGN(const auto to, reach(rows));
    return end.number - std::min(to, end.number);
}

Result<bool> indexAgrees(LedgerReads& ledger) {
    auto& rows = ledger.disclosures();
    FS_ASSIGN(const auto to, reach(rows));
    if (to == 0) {
        return true; // nothing goes by it
    }
    std::array<unsigned char, crypto_shorthash_KEYBYTES> key{};
    crypto_shorthash_keygen(key.data());
    Digest said{key};
    Digest meant{key};
    FS_TRY(rows.entries(1, [&](const StoredEntry& stored) -> Result<Walk> {
        if (stored.number > to) {
            return Walk::Stop;
        }
        for (const Subject subject : subjectsOf(stored.bytes)) {
            meant.add(subject, stored.number);
        }
        return Walk::On;
    }));
    FS_TRY(rows.everythingIndexed([&](const IndexedEntry& one) { said.add(one.subject, one.entry); }));
    return said == meant;
}

} // namespace frontsheet::disclosure
