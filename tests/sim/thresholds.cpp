#include "tests/sim/thresholds.h"

#include "tests/sim/trouble.h"
#include "tests/sim/work.h"

namespace frontsheet::sim {

namespace {

// What nobody draws: it comes of what is drawn, and a mistake in the simulator could have it never come again.
struct Happening {
    const char* kind;
    const char* what;
    std::uint64_t least;
};
constexpr Happening kHappenings[] = {
    {"network", "413", 500},
    {"network", "429", 500},
    {"network", "503", 500},
    {"network", "captive portal", 500},
    {"network", "corrupted", 500},
    {"network", "delayed", 500},
    {"network", "delivered late", 500},
    {"network", "half-closed", 500},
    {"network", "late request arrives", 500},
    {"network", "proxy 407", 500},
    {"network", "repeated", 500},
    {"network", "reply lost", 500},
    {"network", "request lost", 500},
    {"network", "truncated", 500},
    {"save", "DiskFailed", 300},
    {"save", "DiskFull", 300},
    {"outcome", "applied", 10'000},
    {"outcome", "merged", 500},
    {"outcome", "conflict", 100},
    {"outcome", "held", 200},
    {"outcome", "refused", 1000},
    {"outcome", "answered from memory", 1000},
    {"refused because", "Conflict", 50},
    {"refused because", "Immutable", 50},
    {"refused because", "NotFound", 30},
    {"refused because", "NotPermitted", 1000},
    {"refused because", "WrongState", 20},
    {"referral", "accepted", 50},
    {"referral", "completed", 10},
    {"referral", "declined", 50},
    {"referral", "info-asked", 50},
    {"referral", "started", 10},
    {"referral", "under-review", 50},
    {"referral", "withdrawn", 200},
    {"engine", "asked to list what it holds", 1000},
    {"engine", "goes on with a scope", 50},
    {"engine", "home closed", 300},
    {"engine", "more to come", 5000},
    {"engine", "work sent to a ledger that is gone", 50},
    {"exchange failed because", "CertificateRejected", 300},
    {"exchange failed because", "Revoked", 300},
    {"exchange failed because", "ServerFailed", 50},
    {"grants", "fetched again", 200},
    {"grants", "gone", 5000},
    {"grants", "granted", 10'000},
    {"lease", "locked", 50},
    {"removal", "confirmed", 5000},
    {"removal", "asked, and granted again", 20},
    {"restore", "lost, to be sent again", 50},
    {"comparing", "compared, and differs", 30},
    {"comparing", "records mended", 20},
    {"emergency", "opened", 100},
    {"emergency", "ended early", 5},
    {"account", "conflict", 50},
    {"account", "refused on the device", 5},
    {"outbox", "folded", 200},
};

} // namespace

const std::vector<Threshold>& thresholds() {
    static const std::vector<Threshold> kAll = [] {
        std::vector<Threshold> all;
        for (const auto& act : Work::acts()) {
            all.push_back({"operation", act.name, act.weight == 0 ? 20U : 100U});
        }
        for (const auto& act : Trouble::acts()) {
            all.push_back({"trouble", act.name, 50});
        }
        for (const auto& point : Trouble::crashPoints()) {
            all.push_back({"crash point", point, 5});
        }
        for (const auto& one : kHappenings) {
            all.push_back({one.kind, one.what, one.least});
        }
        return all;
    }();
    return kAll;
}

std::vector<std::string> shortfalls(const Tally& tally, std::uint64_t seeds) {
    std::vector<std::string> out;
    if (seeds < kSeedsThatCount) {
        return out;
    }
    const std::uint64_t operations = tally.of("run", "operations");
    if (operations < kOperationsPerSeed * seeds) {
        out.push_back("a mean of " + std::to_string(operations / seeds) + " operations a seed is below " +
                      std::to_string(kOperationsPerSeed));
    }
    for (const auto& [kind, what, least] : thresholds()) {
        const auto full = least * seeds / kSeedsThatCountInFull;
        const auto wanted = seeds < kSeedsThatCountInFull ? full / 2 : full;
        if (const auto is = tally.of(kind, what); is < wanted) {
            out.push_back(std::string{kind} + " \"" + what + "\" happened " + std::to_string(is) + " times, at least " +
                          std::to_string(wanted) + " are wanted");
        }
    }
    return out;
}

} // namespace frontsheet::sim
