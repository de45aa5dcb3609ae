#include "app/agency_server/partnership_file.h"

#include "app/agency_server/files.h"
#include "core/base/settings_text.h"
#include "core/base/utf8.h"
#include "core/domain/care/review_schedule.h"
#include "core/domain/schema/directory.h"
#include "sync/wire/enrol_codec.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::string_view kKinds[] = {"council",     "community-trust", "mental-health-trust",
                                       "gp-practice", "housing",         "voluntary"};

// "42,91,182": each a number of days, none twice.
bool isListOfDays(const std::string& value) {
    const auto days = care::reviewDays(value);
    return value.find_first_not_of("0123456789, ") == std::string::npos &&
           static_cast<std::ptrdiff_t>(days.size()) == std::count(value.begin(), value.end(), ',') + 1;
}

Result<PartnerAgency> agencyOf(const SettingsSection& section, const std::filesystem::path& folder) {
    const auto wrong = [&section](const char* what) {
        return Error{ErrorCode::Malformed, "[" + section.name + "] " + what};
    };
    PartnerAgency agency;
    agency.agency = AgencyId{section.name};
    if (!agency.agency.isWellFormed()) {
        return wrong("is not a code: letters, digits, _ and -");
    }
    for (const auto& [key, value] : section.values) {
        if (key == "name") {
            agency.name = value;
        } else if (key == "short_name") {
            agency.shortName = value;
        } else if (key == "initials") {
            agency.initials = value;
        } else if (key == "kind") {
            agency.kind = value;
        } else if (key == "ods_code") {
            agency.odsCode = value;
        } else if (key == "review_days") {
            if (!isListOfDays(value)) {
                return wrong("review_days are days after a discharge, none twice: 42,91,182");
            }
            agency.reviewDays = value;
        } else if (key == "phone") {
            agency.phone = value;
        } else if (key == "url") {
            agency.url = value;
        } else if (key == "hosted_by") {
            agency.hostedBy = AgencyId{value};
        } else if (key == "ca") {
            FS_ASSIGN(agency.caPem, readFile(folder / value));
        } else {
            return wrong(("does not know " + key).c_str());
        }
    }
    if (agency.hostedBy.empty()) {
        agency.hostedBy = agency.agency;
    }
    if (agency.name.empty() || std::find(std::begin(kKinds), std::end(kKinds), agency.kind) == std::end(kKinds)) {
        return wrong("needs a name and a kind");
    }
    if (lengthOf(agency.shortName) > 20 || lengthOf(agency.initials) > 2) {
        return wrong("short_name has 20 characters at most, initials 2");
    }
    if (!wire::isServerUrl(agency.url)) {
        return wrong("url is not https://host:port");
    }
    if (!Certificate::fromPem(agency.caPem)) {
        return wrong("ca is not a certificate");
    }
    return agency;
}

} // namespace

const PartnerAgency* Partnership::find(const AgencyId& agency) const {
    const auto found = agencies.find(agency);
    return found == agencies.end() ? nullptr : &found->second;
}

std::vector<wire::AgencyAddress> Partnership::addresses() const {
    std::vector<wire::AgencyAddress> out;
    for (const auto& [code, agency] : agencies) {
        if (const auto* host = find(agency.hostedBy)) {
            out.push_back({code, agency.url, agency.hostedBy, host->caPem});
        }
    }
    return out;
}

Result<std::map<AgencyId, Certificate>> Partnership::authorities() const {
    std::map<AgencyId, Certificate> out;
    for (const auto& [code, agency] : agencies) {
        FS_ASSIGN(auto certificate, Certificate::fromPem(agency.caPem));
        out.emplace(code, std::move(certificate));
    }
    return out;
}

Result<Partnership> readPartnership(const std::filesystem::path& file) {
    FS_ASSIGN(const auto text, readFile(file));
    FS_ASSIGN(const auto sections, parseSettings(text));
    Partnership partnership;
    for (const auto& section : sections) {
        if (section.name.empty()) {
            for (const auto& [key, value] : section.values) {
                if (key != "index") {
                    return {ErrorCode::Malformed, "does not know " + key};
                }
                partnership.index = AgencyId{value};
            }
            continue;
        }
        FS_ASSIGN(auto agency, agencyOf(section, file.parent_path()));
        auto code = agency.agency;
        partnership.agencies.emplace(std::move(code), std::move(agency));
    }
    if (partnership.agencies.size() > wire::kMaxAgencies) {
        return {ErrorCode::TooLarge, "number of agencies"};
    }
    if (!partnership.index.empty() && partnership.find(partnership.index) == nullptr) {
        return {ErrorCode::Malformed, "index is not one of the agencies"};
    }
    return partnership;
}

Result<void> writePartnership(const Partnership& partnership, const std::filesystem::path& file) {
    std::vector<SettingsSection> sections(1);
    if (!partnership.index.empty()) {
        sections[0].values["index"] = partnership.index.str();
    }
    for (const auto& [code, agency] : partnership.agencies) {
        const std::string ca = code.str() + "-ca.pem";
        FS_TRY(writeFile(file.parent_path() / ca, agency.caPem, Readable::ByAll));
        SettingsSection section{code.str(), {}};
        const auto put = [&section](const char* key, const std::string& value) {
            if (!value.empty()) {
                section.values[key] = value;
            }
        };
        put("name", agency.name);
        put("short_name", agency.shortName);
        put("initials", agency.initials);
        put("kind", agency.kind);
        put("ods_code", agency.odsCode);
        put("review_days", agency.reviewDays);
        put("phone", agency.phone);
        put("url", agency.url);
        put("hosted_by", agency.hostedBy.str());
        put("ca", ca);
        sections.push_back(std::move(section));
    }
    return writeFile(file, writeSettings(sections), Readable::ByAll);
}

Record directoryRecordOf(const PartnerAgency& from) {
    Record record;
    record.type = RecordType::Agency;
    record.home = from.agency;
    record.category = Category::Directory;
    record.fields.put(agency::kCode, from.agency);
    record.fields.put(agency::kName, from.name);
    record.fields.put(agency::kShortName, from.shortName);
    record.fields.put(agency::kInitials, from.initials);
    record.fields.put(agency::kKind, from.kind);
    record.fields.put(agency::kPhone, from.phone);
    record.fields.put(agency::kOdsCode, from.odsCode);
    record.fields.put(agency::kReviewDays, from.reviewDays);
    return record;
}

} // namespace frontsheet
