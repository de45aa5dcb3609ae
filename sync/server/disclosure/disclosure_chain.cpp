#include "sync/server/disclosure/disclosure_chain.h"

#include "sync/server/disclosure/disclosure_limits.h"

#include <sodium/crypto_hash_sha256.h>

#include <algorithm>
#include <cstring>

namespace frontsheet::disclosure {

namespace {

const unsigned char* bytesOf(BytesView view) { return reinterpret_cast<const unsigned char*>(view.data()); }

bool same(const Hash& hash, BytesView stored) {
    return stored.size() == hash.size() && std::memcmp(hash.data(), stored.data(), hash.size()) == 0;
}

} // namespace

Hash chainStart(const AgencyId& agency) {
    const std::string words = "frontsheet disclosure log 1\n" + agency.str();
    Hash hash{};
    (void)crypto_hash_sha256(hash.data(), bytesOf(words), words.size());
    return hash;
}

Hash chainHash(const Hash& previous, BytesView entry) {
    crypto_hash_sha256_state state;
    Hash hash{};
    (void)crypto_hash_sha256_init(&state);
    (void)crypto_hash_sha256_update(&state, previous.data(), previous.size());
    (void)crypto_hash_sha256_update(&state, bytesOf(entry), entry.size());
    (void)crypto_hash_sha256_final(&state, hash.data());
    return hash;
}

std::string_view name(Fault fault) {
    switch (fault) {
    case Fault::Altered:
        return "altered";
    case Fault::Missing:
        return "missing";
    case Fault::OutOfPlace:
        return "out-of-place";
    case Fault::Unreadable:
        return "unreadable";
    case Fault::NotAsHeld:
        return "not-as-held";
    case Fault::CutOff:
        return "cut-off";
    }
    return "broken";
}

std::string inWords(const Break& broken) {
    const std::string entry = "entry " + std::to_string(broken.number);
    switch (broken.fault) {
    case Fault::Altered:
        return entry + " was altered";
    case Fault::Missing:
        return broken.number == broken.last
                   ? entry + " is missing"
                   : "entries " + std::to_string(broken.number) + " to " + std::to_string(broken.last) + " are missing";
    case Fault::OutOfPlace:
        return "another entry stands in the place of " + entry;
    case Fault::Unreadable:
        return entry + " cannot be read";
    case Fault::NotAsHeld:
        return entry + " is not the one whose signed head others hold";
    case Fault::CutOff:
        return "the log ends before " + entry + ", whose signed head others hold";
    }
    return entry;
}

bool Verification::isNamed(const Break& broken) const {
    return std::any_of(segments.begin(), segments.end(), [&](const NamedSegment& one) {
        const bool jumpedOver = one.segment.after < broken.number && broken.number < one.number;
        return one.segment.found == broken.number || (broken.fault == Fault::CutOff && jumpedOver);
    });
}

ChainVerifier::ChainVerifier(const AgencyId& agency, std::vector<LogHead> heads)
    : m_heads(std::move(heads)), m_previous(chainStart(agency)) {
    std::sort(m_heads.begin(), m_heads.end(), [](const LogHead& a, const LogHead& b) { return a.number < b.number; });
    std::erase_if(m_heads, [](const LogHead& head) { return head.number == 0; }); // of an empty log: says nothing
    m_result.headsCompared = m_heads.size();
}

void ChainVerifier::found(const Break& broken) {
    ++m_result.breaksInAll;
    if (m_result.breaks.size() < limits::kBreaksNamed) {
        m_result.breaks.push_back(broken);
    }
}

// Numbers that a segment's opening has jumped over are gone, and the log says so itself; jumped over otherwise they are
// reported as missing already.
void ChainVerifier::compareHeads(std::uint64_t number, BytesView hash, bool opensSegment) {
    for (; m_nextHead < m_heads.size() && m_heads[m_nextHead].number <= number; ++m_nextHead) {
        const LogHead& head = m_heads[m_nextHead];
        if (head.number == number && !same(head.hash, hash)) {
            found({number, Fault::NotAsHeld, 0, head.at});
        } else if (head.number < number && opensSegment) {
            found({head.number, Fault::CutOff, 0, head.at});
        }
    }
}

void ChainVerifier::take(const StoredEntry& stored) {
    const std::uint64_t before = m_result.last;
    const auto entry = decode(stored.bytes);
    const NewSegment* opening = entry ? std::get_if<NewSegment>(&entry->what) : nullptr;
    const bool opens = opening != nullptr && entry->number == stored.number && opening->after == before &&
                       entry->segment == m_segment + 1;
    if (stored.number != before + 1 && !opens) {
        found({before + 1, Fault::Missing, stored.number - 1, {}});
        m_anchored = false; // what it follows is not there to be compared with
    }
    const Hash expected = chainHash(m_previous, stored.bytes);
    const bool follows =
        same(expected, stored.hash) || (m_alsoGood && same(chainHash(*m_alsoGood, stored.bytes), stored.hash));
    m_alsoGood.reset();
    if (entry && entry->number != stored.number) {
        found({stored.number, Fault::OutOfPlace, 0, {}});
    } else if (m_anchored && !follows) {
        found({stored.number, Fault::Altered, 0, {}});
        m_alsoGood = expected;
    } else if (!entry) {
        found({stored.number, Fault::Unreadable, 0, {}});
    } else if (m_anchored && !opens && entry->segment != m_segment) {
        found({stored.number, Fault::Altered, 0, {}});
    }
    if (entry && opening != nullptr) {
        m_result.segments.push_back({stored.number, entry->at, *opening});
    }
    if (entry && (follows || !m_anchored)) {
        m_segment = entry->segment;
    }
    if (stored.hash.size() == m_previous.size()) {
        std::copy(stored.hash.begin(), stored.hash.end(), m_previous.begin());
    }
    m_anchored = true;
    m_result.last = stored.number;
    m_result.lastHash = m_previous;
    ++m_result.entries;
    compareHeads(stored.number, stored.hash, opens);
}

Verification ChainVerifier::finish() && {
    for (; m_nextHead < m_heads.size(); ++m_nextHead) {
        found({m_heads[m_nextHead].number, Fault::CutOff, 0, m_heads[m_nextHead].at});
    }
    return std::move(m_result);
}

} // namespace frontsheet::disclosure
