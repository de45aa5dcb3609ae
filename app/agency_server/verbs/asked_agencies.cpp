#include "app/agency_server/verbs/asked_agencies.h"

#include <algorithm>

namespace frontsheet {

Result<std::vector<AgencyId>> askedAgencies(const ServerFolder& folder, const Arguments& arguments) {
    FS_ASSIGN(auto hosted, folder.hosted());
    if (const auto only = arguments.value("agency")) {
        if (std::find(hosted.begin(), hosted.end(), AgencyId{*only}) == hosted.end()) {
            return {ErrorCode::NotFound, "agency " + *only + " is not hosted here"};
        }
        hosted.assign(1, AgencyId{*only});
    }
    return hosted;
}

} // namespace frontsheet
