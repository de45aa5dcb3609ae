#include "app/agency_server/files.h"
#include "app/agency_server/rescue/rescue_keys.h"
#include "app/agency_server/rescue/rescue_opening.h"
#include "app/agency_server/rescue/rescued_files.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/verb.h"
#include "core/base/log.h"
#include "core/base/utf8.h"
#include "sync/wire/body_codec.h"

#include <array>
#include <cstdio>

namespace frontsheet {

namespace {

constexpr std::size_t kMaxName = 64;

Result<std::string> passphraseIn(const Arguments& arguments, std::string_view option) {
    FS_ASSIGN(const auto file, arguments.required(option));
    FS_ASSIGN(auto text, readFile(file, store::kMaxPassphraseBytes + 2));
    text.resize(std::min(text.find_first_of("\r\n"), text.size()));
    return text;
}

// Two people, each with a name and a passphrase of their own.
Result<RescuedBy> peopleIn(const Arguments& arguments) {
    RescuedBy by;
    FS_ASSIGN(by.first, arguments.required("by"));
    FS_ASSIGN(by.second, arguments.required("and"));
    for (const auto& name : {by.first, by.second}) {
        const bool plain = std::none_of(name.begin(), name.end(), [](char c) { return c >= 0 && c < ' '; });
        if (name.empty() || name.size() > kMaxName || !isText(name) || !plain) {
            return {ErrorCode::InvalidArgument, "--by and --and take the two people's names"};
        }
    }
    if (by.first == by.second) {
        return {ErrorCode::InvalidArgument, "it takes two people: --by and --and name the same"};
    }
    return by;
}

Result<RescuePassphrases> passphrasesIn(const Arguments& arguments, const std::string& which) {
    RescuePassphrases out;
    FS_ASSIGN(out.first, passphraseIn(arguments, which + "first-passphrase-file"));
    FS_ASSIGN(out.second, passphraseIn(arguments, which + "second-passphrase-file"));
    return out;
}

Result<void> replaceKey(const ServerFolder& folder, const AgencyId& agency, const RescueKeys& keys,
                        const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto by, peopleIn(arguments));
    FS_ASSIGN(const auto to, passphrasesIn(arguments, "new-"));
    const auto old = arguments.has("lost") ? OldKey::Lost : OldKey::StillOpens;
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    if (old == OldKey::Lost) {
        FS_TRY(keys.replaceLost(to));
    } else {
        FS_ASSIGN(const auto present, passphrasesIn(arguments, ""));
        FS_TRY(keys.replace(present, to));
    }
    FS_ASSIGN(const auto now, keys.publicKey());
    FS_TRY(ledger->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return noteKeyReplaced(writes, now, by, old, context.clock.now());
    }));
    logEvent("rescue.key-replaced", {});
    std::printf("There is a new rescue key, made by %s and %s. Each device has it from its next exchange on.\n",
                by.first.c_str(), by.second.c_str());
    if (old == OldKey::Lost) {
        std::printf("What was sealed to the one before stays sealed, unless its two passphrases are found.\n");
    } else {
        std::printf("What was sealed to the one before opens with the new passphrases. Copies of the old halves, kept "
                    "apart, can go.\n");
    }
    return ok();
}

Result<void> makeKey(const RescueKeys& keys, const Arguments& arguments) {
    FS_ASSIGN(const auto by, peopleIn(arguments));
    FS_ASSIGN(const auto to, passphrasesIn(arguments, ""));
    FS_TRY(keys.make(to));
    logEvent("rescue.key-made", {});
    std::printf("The rescue key is made, by %s and %s. Each device has it from its next exchange on.\n"
                "Keep the two rescue-*.key files in copies apart: without both, what devices seal is lost.\n",
                by.first.c_str(), by.second.c_str());
    return ok();
}

Result<void> bring(const ServerFolder& folder, const AgencyId& agency, Ledger& ledger,
                   const std::filesystem::path& from) {
    FileRoom room(folder.filesFolder(agency));
    FS_ASSIGN(const auto reads, ledger.read());
    FS_ASSIGN(const auto files, takeFiles(*reads, room, from));
    logEvent("rescue.files", {});
    std::printf("%zu photos and documents taken, each to its note\n", files.taken);
    if (files.known != 0) {
        std::printf("%zu were here before\n", files.known);
    }
    if (files.others != 0) {
        std::printf(
            "%zu belong to no record of this agency's. Bring the folder to the agencies whose notes their worker "
            "added them to: each takes its own with rescue files.\n",
            files.others);
    }
    if (files.damaged != 0) {
        std::printf("%zu are damaged and were left where they are\n", files.damaged);
    }
    return ok();
}

Result<void> open(const ServerFolder& folder, const AgencyId& agency, const RescueKeys& keys,
                  const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto by, peopleIn(arguments));
    FS_ASSIGN(const auto path, arguments.required("file"));
    FS_ASSIGN(const auto people, passphrasesIn(arguments, ""));
    FS_ASSIGN(const auto file, readFile(path, rescue_file::kMaxBytes));
    FS_ASSIGN(const auto mark, rescue_file::sealedToMark(file));
    FS_ASSIGN(const auto secret, keys.secretOf(mark, people));
    const wire::WireBodyCodec codec;
    FS_ASSIGN(const auto contents, rescue_file::opened(file, secret, codec));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    RescueOpened opened;
    FS_TRY(ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(opened, putIntoInbox(writes, agency, contents, by, context.clock.now()));
        return ok();
    }));
    logEvent("rescue.opened", {});
    std::printf("%zu in the late inbox, for a person to look at: frontsheet-agency held list\n", opened.held);
    if (opened.known != 0) {
        std::printf("%zu had come before and are not doubled\n", opened.known);
    }
    if (opened.refused != 0) {
        std::printf("%zu found no room: settle what waits of this device, then open the file again\n", opened.refused);
    }
    if (opened.elsewhere != 0) {
        std::printf("%zu are about other agencies' records. This agency keeps its worker's words and forwards nothing: "
                    "ring that agency.\n",
                    opened.elsewhere);
    }
    const auto files = filesBeside(path);
    return files.empty() ? ok() : bring(folder, agency, *ledger, files);
}

Result<void> list(const ServerFolder& folder, const AgencyId& agency, const RescueKeys& keys) {
    const auto key = keys.publicKey();
    std::printf("%s\n", key ? ("devices seal to " + detail::toHex(key->bytes)).c_str()
                            : "no rescue key: what a wiped device cannot hand in stays on it, encrypted");
    if (key) {
        FS_ASSIGN(const auto earlier, keys.earlier());
        if (!earlier.empty()) {
            std::printf("%zu earlier keys are kept under it\n", earlier.size());
        }
    }
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    FS_ASSIGN(const auto reads, ledger->read());
    FS_ASSIGN(const auto lines, rescueOpenings(*reads));
    for (const auto& line : lines) {
        std::printf("%s\n", line.c_str());
    }
    return ok();
}

} // namespace

Result<void> runRescue(const Arguments& arguments, VerbContext& context) {
    const std::string& what = arguments.position(0);
    static constexpr std::array<std::string_view, 4> kWhat{"key", "open", "files", "list"};
    if (std::find(kWhat.begin(), kWhat.end(), what) == kWhat.end()) {
        return {ErrorCode::InvalidArgument, "say key, open, files or list, then the folder"};
    }
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(1)));
    FS_ASSIGN(const auto code, arguments.required("agency"));
    const AgencyId agency{code};
    FS_TRY(folder.authorityOf(agency)); // hosted here
    const RescueKeys keys(folder.rescueFolder(agency));
    if (what != "key" && (arguments.has("replace") || arguments.has("lost"))) {
        return {ErrorCode::InvalidArgument, "--replace and --lost go with key"};
    }
    if (what == "key") {
        return arguments.has("replace") ? replaceKey(folder, agency, keys, arguments, context)
               : arguments.has("lost")  ? Result<void>{ErrorCode::InvalidArgument, "--lost goes with --replace"}
                                        : makeKey(keys, arguments);
    }
    if (what == "files") {
        FS_ASSIGN(const auto from, arguments.required("from"));
        FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
        return bring(folder, agency, *ledger, from);
    }
    return what == "open" ? open(folder, agency, keys, arguments, context) : list(folder, agency, keys);
}

} // namespace frontsheet
