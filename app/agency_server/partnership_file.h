// Who works together and where their servers are: partnership.conf, the same on every server of a partnership. Grammar: one
// section an agency,
//
//     # the agency that runs the matching index; without it there is no matching
//     index = council
//
//     [council]
//     name = Northshire County Council
//     # 20 characters at most, and 2 for the badge
//     short_name = Council
//     initials = CC
//     # council, community-trust, mental-health-trust, gp-practice, housing or voluntary
//     kind = council
//     # of a GP practice
//     ods_code = Y99001
//     # days after a discharge on which its placements are looked at; when not said: six weeks, three and six months, a year
//     review_days = 42,91,182
//     phone = 01632 960900
//     url = https://council.example:8443
//     # the agency on whose server it is; itself when not said
//     hosted_by = council
//     # its CA's certificate; a path from this file's folder
//     ca = council-ca.pem
//
// Remarks stand on lines of their own.
#pragma once

#include "app/agency_server/identity/certificate.h"
#include "core/base/id.h"
#include "core/domain/record.h"
#include "sync/wire/messages.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

struct PartnerAgency {
    AgencyId agency;
    std::string name;
    std::string shortName;
    std::string initials;
    std::string kind;
    std::string odsCode;
    std::string reviewDays;
    std::string phone;
    std::string url;
    AgencyId hostedBy;
    std::string caPem;
};

struct Partnership {
    AgencyId index; // empty: none
    std::map<AgencyId, PartnerAgency> agencies;

    [[nodiscard]] const PartnerAgency* find(const AgencyId& agency) const;
    // As devices are told: only agencies whose host is known too.
    [[nodiscard]] std::vector<wire::AgencyAddress> addresses() const;
    [[nodiscard]] Result<std::map<AgencyId, Certificate>> authorities() const;
};

// NotFound; Malformed with the line or the agency; the errors of the CA files.
[[nodiscard]] Result<Partnership> readPartnership(const std::filesystem::path& file);
// Beside the file, each CA under <agency>-ca.pem.
[[nodiscard]] Result<void> writePartnership(const Partnership& partnership, const std::filesystem::path& file);

// The agency's own entry in the directory, without id, version and times.
[[nodiscard]] Record directoryRecordOf(const PartnerAgency& agency);

} // namespace frontsheet
