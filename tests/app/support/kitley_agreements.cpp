#include "app/agency_server/identity/signature.h"
#include "core/domain/schema/sharing_agreement.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/canonical_agreement.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"
#include "tests/app/support/kitley.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace frontsheet::testing {

namespace {

// The shipped agreements in Kitley's names.
std::string inKitley(std::string text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kNames{
        {{"Saltmarsh", "Kitley"},
         {"saltmarsh", "kitley"},
         {"Estuary Community Health Trust", "Harbour Health"},
         {"Estuary Mental Health Trust", "Estuary Mental Health"},
         {"Harbour Surgery", "Priory Road Surgery"},
         {"community_trust", "harbour"},
         {"mental_health_trust", "estuary"},
         {"gp_Y99001", "priory"},
         {"agency: \"housing\"", "agency: \"tidewell\""},
         {"neighbourhood_care", "neighbourhood"},
         {"key worker", "community mental health nurse"},
         {"housing officer", "tenancy support officer"},
         {"volunteer coordinator", "befriending organiser"}}};
    for (const auto& [from, to] : kNames) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    }
    return text;
}

} // namespace

void Kitley::agree() {
    const auto hold = [&](const char* home, const std::string& text, const char* state, std::size_t signers) {
        auto read = sharing::readAgreement(text, {WallTime{1}, {}, {}});
        if (!read.agreement) {
            throw std::runtime_error("Kitley's agreement: " + describe(read.problems.front()));
        }
        const auto& agreement = *read.agreement;
        const Bytes hash = sha256(sharing::canonicalForm(agreement));
        Record r = blank(RecordType::SharingAgreement, home, {}, 60 * 24 * 60);
        r.category = Category::Directory;
        auto& f = r.fields;
        f.put(sharing_agreement::kAgreement, agreement.id);
        f.put(sharing_agreement::kVersion, agreement.version);
        f.put(sharing_agreement::kForm, std::string{sharing::wordOf(agreement.form)});
        f.put(sharing_agreement::kTitle, agreement.title);
        f.put(sharing_agreement::kText, text);
        f.put(sharing_agreement::kHash,
              detail::toHex({reinterpret_cast<const std::uint8_t*>(hash.data()), hash.size()}));
        f.put(sharing_agreement::kState, std::string{state});
        std::vector<std::string> parties;
        for (const auto& party : agreement.parties) {
            parties.push_back(party.agency.str());
        }
        std::sort(parties.begin(), parties.end());
        auto signedBy = parties;
        signedBy.resize(std::min(signers, parties.size()));
        f.put(sharing_agreement::kSignedBy, signedBy);
        if (std::string_view{state} == "active") {
            f.put(sharing_agreement::kBound, parties);
            f.put(sharing_agreement::kSince, agreement.effective);
        }
        f.put(sharing_agreement::kEffective, agreement.effective);
        f.put(sharing_agreement::kReview, agreement.review);
        f.put(sharing_agreement::kExpires, agreement.expires);
        store.hold(std::move(r));
    };
    auto locality = inKitley(std::string{sharing::shippedAgreement("locality-partnership")});
    // In Kitley an occupational therapist does not read colleagues' notes elsewhere, and does read assessments.
    const auto notes = locality.find("\", \"occupational therapist\"", locality.find("id: \"CO3\""));
    locality.erase(notes + 1, std::string_view{", \"occupational therapist\""}.size());
    const auto dated = [](std::string& text, std::string_view field, std::string_view day) {
        const auto at = text.find(std::string{field} + ": \"");
        text.replace(at + field.size() + 3, 10, day);
    };
    dated(locality, "effective", "2026-04-01");
    dated(locality, "review", "2026-11-30");
    dated(locality, "expires", "2027-03-31");
    auto policy = inKitley(std::string{sharing::shippedAgreement("own-agency")});
    dated(policy, "effective", "2026-04-01");
    auto next = locality;
    next.replace(next.find("version: 1"), 10, "version: 2");
    dated(next, "effective", "2027-04-01");
    dated(next, "review", "2027-11-30");
    dated(next, "expires", "2028-03-31");
    for (const char* home : {"council", "harbour", "estuary", "priory", "tidewell", "neighbourhood"}) {
        hold(home, locality, "active", 64);
        hold(home, policy, "active", 0);
    }
    const auto clause = next.find("\"objection-honoured\"");
    next.replace(clause, 20, "\"permission-required\"");
    hold("council", next, "signed", 2);
}

} // namespace frontsheet::testing
