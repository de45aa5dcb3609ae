#include "core/store/closed_profile.h"

#include "core/base/crash_point.h"
#include "core/base/utf8.h"
#include "core/store/durable_file.h"
#include "core/store/store_folder.h"

#include <charconv>
#include <filesystem>

namespace frontsheet::closed_profile {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "frontsheet closed profile 1";
constexpr std::size_t kMaxNote = 256 * 1024;

std::string noteIn(const std::string& folder) { return folder + "/profile.closed"; }

// Names come from records: one line each, whatever they say.
std::string oneLine(std::string text) {
    for (char& c : text) {
        c = (c >= 0 && c < ' ') || c == '\x7F' ? ' ' : c;
    }
    return text;
}

std::string_view word(std::string_view& line) {
    const auto blank = std::min(line.find(' '), line.size());
    const auto first = line.substr(0, blank);
    line.remove_prefix(std::min(blank + 1, line.size()));
    return first;
}

template <class Number>
bool read(std::string_view text, Number& out) {
    const auto end = text.data() + text.size();
    const auto done = std::from_chars(text.data(), end, out);
    return done.ec == std::errc{} && done.ptr == end;
}

bool readCount(std::string_view line, std::vector<HomeCount>& into) {
    HomeCount count;
    count.home = AgencyId{std::string{word(line)}};
    const bool numbered = read(word(line), count.count);
    count.name = line;
    into.push_back(std::move(count));
    return numbered && into.back().home.isWellFormed();
}

} // namespace

Bytes encoded(const ClosedProfile& closed) {
    Bytes out{kFirstLine};
    out += "\nat " + std::to_string(closed.at.ms) + "\nagency " + closed.agency.str() + "\nname " +
           oneLine(closed.name) + "\nphone " + oneLine(closed.phone) + "\n";
    for (const auto& [home, name, count] : closed.handedIn) {
        out += "sent " + home.str() + " " + std::to_string(count) + " " + oneLine(name) + "\n";
    }
    for (const auto& [home, name, count] : closed.sealed) {
        out += "sealed " + home.str() + " " + std::to_string(count) + " " + oneLine(name) + "\n";
    }
    if (closed.files + closed.filesLost > 0) {
        out += "files " + std::to_string(closed.files) + "\nfiles-lost " + std::to_string(closed.filesLost) + "\n";
    }
    return closed.file.empty() ? out : out + "file " + oneLine(closed.file) + "\n";
}

Result<ClosedProfile> decoded(std::string_view text) {
    ClosedProfile closed;
    bool fine = isText(text) && text.starts_with(kFirstLine);
    while (fine && !text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto what = word(line);
        if (what == "at") {
            fine = read(line, closed.at.ms);
        } else if (what == "agency") {
            closed.agency = AgencyId{std::string{line}};
        } else if (what == "name") {
            closed.name = line;
        } else if (what == "phone") {
            closed.phone = line;
        } else if (what == "sent") {
            fine = readCount(line, closed.handedIn);
        } else if (what == "sealed") {
            fine = readCount(line, closed.sealed);
        } else if (what == "files") {
            fine = read(line, closed.files);
        } else if (what == "files-lost") {
            fine = read(line, closed.filesLost);
        } else if (what == "file") {
            closed.file = line;
        }
    }
    return fine ? Result<ClosedProfile>{std::move(closed)}
                : Result<ClosedProfile>{ErrorCode::StoreDamaged, "the note of a closed profile"};
}

Result<std::optional<ClosedProfile>> read(const std::string& folder) {
    const auto text = durable_file::read(noteIn(folder), kMaxNote);
    if (!text && text.error().code == ErrorCode::NotFound) {
        return std::optional<ClosedProfile>{};
    }
    if (!text) {
        return text.error();
    }
    FS_ASSIGN(auto closed, decoded(*text));
    return std::optional{std::move(closed)};
}

Result<void> write(const std::string& folder, const ClosedProfile& closed) {
    return durable_file::replace(noteIn(folder), encoded(closed));
}

Result<void> finish(const std::string& folder) {
    const StoreFolder place(folder);
    std::error_code failed;
    crashPoint("store.wipe.before-key");
    if (const auto size = fs::file_size(place.keyFile(), failed); !failed) {
        // Whatever the disk keeps of the old bytes, the file system no longer leads to them.
        FS_TRY(durable_file::overwrite(place.keyFile(), static_cast<std::size_t>(size)));
        fs::remove(place.keyFile(), failed);
        if (failed) {
            return {ErrorCode::DiskFailed, "removing the key file"};
        }
    }
    crashPoint("store.wipe.after-key");
    fs::remove_all(fs::path(place.keyFile()).parent_path(), failed);
    if (failed) {
        return {ErrorCode::DiskFailed, "removing the store"};
    }
    place.abandonMaking();
    return durable_file::syncFolder(folder);
}

} // namespace frontsheet::closed_profile
