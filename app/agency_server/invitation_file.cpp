#include "app/agency_server/invitation_file.h"

#include <ctime>

namespace frontsheet {

namespace {

std::string isoTime(WallTime t) {
    const std::time_t seconds = static_cast<std::time_t>(t.ms / 1000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

} // namespace

Result<std::string> writeInvitation(const InvitationFile& invitation) {
    FS_ASSIGN(const auto authority, Certificate::fromPem(invitation.serverCaPem));
    std::string text = "frontsheet-invitation = 1\n";
    const auto line = [&text](const char* name, const std::string& value) {
        text += std::string{name} + " = " + value + "\n";
    };
    line("agency", invitation.agency.str());
    line("worker", invitation.worker.str());
    line("role", invitation.role);
    line("url", invitation.url);
    line("code", invitation.code);
    line("expires", isoTime(invitation.expires));
    line("server_ca_sha256", authority.sha256());
    return text + authority.pem();
}

} // namespace frontsheet
