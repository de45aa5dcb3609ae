#include "app/agency_server/verbs/verb.h"

#include "app/agency_server/plain_words.h"

#include <algorithm>
#include <cstdio>

namespace frontsheet {

namespace {

const VerbEntry kVerbs[] = {
    {"init",
     "make a server's folder, or host another agency on it (--host)",
     "frontsheet-agency init FOLDER --agency CODE --name NAME --kind KIND --url https://HOST:PORT\n"
     "    Makes the folder of a server with its first agency: certificate authority, key file, encrypted ledger.\n"
     "  --host             add the agency to the server that is in FOLDER already\n"
     "  --agency CODE      letters, digits, _ and -\n"
     "  --name NAME        as people know it\n"
     "  --kind KIND        council, community-trust, mental-health-trust, gp-practice, housing, voluntary\n"
     "  --short-name NAME  20 characters at most     --initials XX   for the badge\n"
     "  --ods-code CODE    of a GP practice          --phone NUMBER\n"
     "  --url URL          where devices reach this server; with --host it may be left out\n"
     "  --listen ADDRESS   address to listen on (127.0.0.1)    --port N --health-port N\n"
     "  --keys FOLDER      where key files are kept (keys, inside FOLDER)\n",
     {{"agency", "name", "kind", "short-name", "initials", "ods-code", "phone", "url", "listen", "port", "health-port",
       "keys"},
      {"host"}},
     runInit},
    {"partner",
     "take over partners' addresses and certificate authorities from their partnership.conf",
     "frontsheet-agency partner FOLDER --from FILE [--index CODE]\n"
     "    Adds every agency in FILE (another server's partnership.conf) that is not hosted here, or brings it up to "
     "date.\n"
     "    Certificate authorities are whom this server will believe: take FILE from a hand you trust.\n"
     "  --index CODE       the agency that runs the matching index\n",
     {{"from", "index"}, {}},
     runPartner},
    {"import",
     "take in an extract from another system",
     "frontsheet-agency import FOLDER --agency CODE --mapping NAME --file FILE [--report FILE]\n"
     "    Importing again changes only what is different. Nothing is dropped silently: every row refused or repaired "
     "is in the\n"
     "    report with its line and reason. Stopped anywhere, the same command does the rest. May run beside `serve`.\n"
     "  --mapping NAME     one that ships with the program, or a file (core/extract/README.md has the grammar)\n"
     "  --report FILE      CSV; holds values from the extract, so it is personal data\n"
     "  --quiet            no progress\n",
     {{"agency", "mapping", "file", "report"}, {"quiet"}},
     runImportVerb},
    {"pull",
     "bring partners' directories and revocations up to date",
     "frontsheet-agency pull FOLDER [--agency CODE]\n"
     "    What `serve` does by itself every half minute. Partners' servers must be running.\n",
     {{"agency", "partnership"}, {}},
     runPull},
    {"match",
     "find who is known to partners too, through the matching index",
     "frontsheet-agency match FOLDER [--agency CODE] [--feed | --ask]\n"
     "    Feeds the identity fields of the people registered here to the agency that runs the index, asks for the "
     "pairs this\n"
     "    agency holds one side of, states certain links and proposes the others to workers. Run it everywhere with "
     "--feed\n"
     "    first, then again without. What a worker decided is never changed. The index's server must be running.\n",
     {{"agency", "partnership"}, {"feed", "ask"}},
     runMatch},
    {"care-team",
     "put workers on care teams by rules over what the extracts say",
     "frontsheet-agency care-team FOLDER [--agency CODE] [--rules FILE]\n"
     "    After `import`, `pull` and `match`. Done again it changes only what is different; memberships that no rule "
     "gives any\n"
     "    longer are ended, those that people made are left alone.\n"
     "  --rules FILE       instead of the rules that ship (care-teams.rules)\n",
     {{"agency", "rules", "partnership"}, {}},
     runCareTeams},
    {"seed",
     "",
     "frontsheet-agency seed FOLDER --agency CODE [--records N] [--seed S]\n"
     "    Invented records in bulk, for measuring; only into a ledger without people.\n",
     {{"agency", "records", "seed"}, {}},
     runSeed},
    {"enrol",
     "invite a worker's device",
     "frontsheet-agency enrol FOLDER --agency CODE --worker CODE --out FILE [--role ROLE]\n"
     "    Writes an invitation with a one-time code, good for one device and seven days. FILE is readable by its owner "
     "only.\n"
     "  --role ROLE        needed where the directory does not have the worker\n"
     "  --partnership FILE where the servers are (partnership.conf in FOLDER)\n",
     {{"agency", "worker", "role", "out", "partnership"}, {}},
     runEnrol},
    {"revoke",
     "end a device's access",
     "frontsheet-agency revoke FOLDER --agency CODE (--device ID | --worker CODE)\n"
     "    From the next request on, here and (through the peer link) at every partner. Cannot be undone; enrol "
     "again.\n",
     {{"agency", "device", "worker"}, {}},
     runRevoke},
    {"serve",
     "run the server",
     "frontsheet-agency serve FOLDER\n"
     "    Serves all agencies in FOLDER until SIGTERM or SIGINT, then answers what is in flight and ends. SIGHUP reads "
     "the\n"
     "    partnership again. Logs to standard error; tells systemd when it is ready.\n"
     "  --listen ADDRESS --port N --health-port N   instead of what server.conf says; 0: any free port\n"
     "  --port-file FILE   writes \"PORT HEALTH-PORT\" when it listens\n"
     "  --partnership FILE instead of partnership.conf in FOLDER\n"
     "  --threads N        for TLS and HTTP (2)     --workers N   requests handled at once (16)\n",
     {{"listen", "port", "health-port", "port-file", "partnership", "threads", "workers"}, {}},
     runServe},
    {"status",
     "what is in the ledgers, in numbers",
     "frontsheet-agency status FOLDER [--agency CODE]\n"
     "    Counts only, nothing personal. May run beside `serve`.\n",
     {{"agency"}, {}},
     runStatus},
    {"audit",
     "who got and read what, and whether the log of it is whole",
     "frontsheet-agency audit verify    FOLDER [--agency CODE] [--offline]\n"
     "frontsheet-agency audit person    FOLDER --agency CODE (--person ID | --nhs-number N)\n"
     "frontsheet-agency audit worker    FOLDER --agency CODE --worker CODE [--of AGENCY]\n"
     "frontsheet-agency audit emergency FOLDER [--agency CODE]\n"
     "frontsheet-agency audit removals  FOLDER --agency CODE [--person ID | --nhs-number N]\n"
     "frontsheet-agency audit restored  FOLDER --agency CODE --reason TEXT\n"
     "    verify checks every entry of the disclosure log, and compares it with the signed heads that partners hold "
     "(their\n"
     "    servers must be running; --offline leaves them out). It fails when anything is broken, and names it.\n"
     "    person and worker show releases and readings: who, on which device, why, when, and whether it arrived.\n"
     "    emergency shows emergency accesses; those that wait for review come first.\n"
     "    removals shows from which devices what was taken back about a person has gone; without a person, which "
     "devices\n"
     "    have not confirmed something they were asked to remove.\n"
     "    restored is for after a ledger came back from a backup: it enters the gap, and says why.\n"
     "  --of AGENCY        the worker's agency, where it is a partner\n"
     "  --json             one line of JSON each; personal data in any form: for those who may see it\n",
     {{"agency", "person", "nhs-number", "worker", "of", "reason", "partnership"}, {"json", "offline"}, 2},
     runAudit},
    {"held",
     "what arrived after its grant had gone, to release or to close",
     "frontsheet-agency held list   FOLDER --agency CODE [--all] [--json]\n"
     "frontsheet-agency held accept FOLDER --agency CODE --number N --by WORKER [--reason TEXT]\n"
     "frontsheet-agency held close  FOLDER --agency CODE --number N --by WORKER --reason TEXT\n"
     "    The late inbox: what a worker wrote while they could and sent when they no longer could, or handed in from "
     "a\n"
     "    device that is shut out. accept releases it into the record as its author's, with what was sent in the same\n"
     "    breath; close leaves it out and says why. Its words stay in the inbox either way.\n"
     "  --json             one line of JSON each; personal data in any form: for those who may see it\n",
     {{"agency", "number", "by", "reason"}, {"json", "all"}, 2},
     runHeld},
    {"rescue",
     "open what a wiped device sealed, and the key it is sealed to",
     "frontsheet-agency rescue key  FOLDER --agency CODE --by NAME --first-passphrase-file FILE\n"
     "                                    --and NAME --second-passphrase-file FILE\n"
     "frontsheet-agency rescue key --replace FOLDER --agency CODE --by NAME --and NAME\n"
     "                                    --first-passphrase-file FILE --second-passphrase-file FILE\n"
     "                                    --new-first-passphrase-file FILE --new-second-passphrase-file FILE\n"
     "frontsheet-agency rescue open FOLDER --agency CODE --file FILE --by NAME --first-passphrase-file FILE\n"
     "                                    --and NAME --second-passphrase-file FILE\n"
     "frontsheet-agency rescue files FOLDER --agency CODE --from FOLDER\n"
     "frontsheet-agency rescue list FOLDER --agency CODE\n"
     "    A device that its agency shuts out seals what no server took in unsent.rescue beside its profile. key makes\n"
     "    the pair of keys: the secret is in two halves, each under one person's passphrase. --replace makes another\n"
     "    pair, as when one of the two leaves: devices have it from their next exchange on, and what was sealed to "
     "the\n"
     "    one before opens with the new passphrases. With --lost (nobody has the old passphrases) only the new ones "
     "are\n"
     "    given, and what was sealed before stays sealed. open puts what is in a file into the late inbox (`held "
     "list`),\n"
     "    each once however often it is opened; it takes both people, and who they were is kept. Work about another\n"
     "    agency's records is kept here too and forwarded to nobody. Photos and documents that no server took lie "
     "beside\n"
     "    the file, in the folder unsent.files: open takes them too, and files takes those of one such folder alone, "
     "as\n"
     "    they are, each only if a record here, or what is held here, names it. list shows the key, who replaced it, "
     "and every\n"
     "    opening.\n",
     {{"agency", "file", "from", "by", "and", "first-passphrase-file", "second-passphrase-file",
       "new-first-passphrase-file", "new-second-passphrase-file"},
      {"replace", "lost"},
      2},
     runRescue},
    {"backup",
     "copy an agency's ledger and what stands beside it while the server runs, and read the copy back",
     "frontsheet-agency backup FOLDER --to BACKUPS [--agency CODE] [--partnership FILE]\n"
     "    Makes BACKUPS/CODE-TIME of every agency hosted here: ledger, attached files, CA, agreements, rescue keys, "
     "settings and\n"
     "    partners' CAs. Each copy is read whole and verified: pages, feed, disclosure log. Ledger and files stay "
     "encrypted.\n"
     "    Attached files that the backup before it in BACKUPS has are linked to that one, not copied again.\n"
     "    Only then do devices let go of the work they keep to send again. Key files are not in it: keep copies of "
     "those apart.\n"
     "    The journal (journals/ in FOLDER, or where server.conf says) is not in it either: it is what a backup does "
     "not know.\n"
     "    Keep it on another disk.\n",
     {{"to", "agency", "partnership"}, {}},
     runBackup,
     plainWordsOfBackup},
    {"restore",
     "put an agency's ledger back from a backup; the server must stand still",
     "frontsheet-agency restore FOLDER --from BACKUPS/CODE-TIME [--replace-newer] [--older-backup]\n"
     "                          [--without-journal]\n"
     "    Verifies the backup, replays what the journal knows and it does not (revocations, permissions, objections, "
     "agreements),\n"
     "    and puts it in the ledger's place; what was there is kept beside it. Where FOLDER has no server yet it is "
     "made as it was:\n"
     "    bring the key file and the journal first.\n"
     "    Devices then send again what they still have. Partners get nothing until `reconcile --confirm`.\n"
     "  --replace-newer    also where the ledger that is here reaches further than the backup\n"
     "  --older-backup     also where a later one was made: what devices told between the two is lost\n"
     "  --without-journal  also where the journal is lost, or its end cannot be read\n",
     {{"from"}, {"replace-newer", "older-backup", "without-journal"}},
     runRestore,
     plainWordsOfRestore},
    {"reconcile",
     "look at what a restored ledger got back, and open it to partners",
     "frontsheet-agency reconcile FOLDER --agency CODE [--confirm --by NAME [--reason WORDS]]\n"
     "    Without --confirm it changes nothing.\n",
     {{"agency", "by", "reason"}, {"confirm"}},
     runReconcile},
    {"check",
     "whether every page of the ledgers is whole",
     "frontsheet-agency check FOLDER [--agency CODE]\n"
     "    Reads all of each ledger and the CA's key. May run beside `serve`. Changes nothing.\n",
     {{"agency"}, {}},
     runCheck},
    {"report",
     "what became of people after discharge, and how referrals went round",
     "frontsheet-agency report cohort    FOLDER --from DATE --to DATE [--agency CODE]\n"
     "frontsheet-agency report referrals FOLDER --from DATE --to DATE [--agency CODE]\n"
     "    cohort: people discharged from hospital to care in these days: how many died within two months, how many of "
     "the\n"
     "    others went home again, and whether they wished it. referrals: those that this agency's workers sent: time "
     "to\n"
     "    acknowledge, to first contact, to outcome, feedback, and what is still open; by service. Dates as "
     "2026-04-01.\n"
     "    Fit to be passed on: counts of 1 to 4 are not shown, nor what would tell them (null in JSON).\n"
     "  --people           every number, and whom it is about, by their ids: for those who answer for these people\n"
     "  --json             one object on a line for each agency\n",
     {{"agency", "from", "to"}, {"json", "people"}, 2},
     runReport,
     plainWordsOfReport},
    {"dump",
     "print every record, one canonical line of JSON each",
     "frontsheet-agency dump FOLDER --canonical [--agency CODE]\n"
     "    Personal data: for counting and comparing by somebody who may see it. In order of agency and record id.\n",
     {{"agency"}, {"canonical"}},
     runDump},
};

constexpr std::string_view kAgreement = "agreement";

void listAgreementVerbs(std::FILE* out) {
    std::fprintf(
        out, "frontsheet-agency agreement VERB: sharing agreements, from their text to what the server decides by\n\n");
    for (const auto& verb : agreementVerbs()) {
        std::fprintf(out, "  agreement %-9.*s %.*s\n", static_cast<int>(verb.name.size()), verb.name.data(),
                     static_cast<int>(verb.summary.size()), verb.summary.data());
    }
    std::fprintf(out, "\n  frontsheet-agency agreement VERB --help     says more\n");
}

void listVerbs(std::FILE* out) {
    std::fprintf(out, "frontsheet-agency: one or several agencies' server, and its administration\n\n"
                      "  frontsheet-agency VERB FOLDER [--option value ...]\n\n");
    for (const auto& verb : kVerbs) {
        if (!verb.summary.empty()) {
            std::fprintf(out, "  %-11.*s %.*s\n", static_cast<int>(verb.name.size()), verb.name.data(),
                         static_cast<int>(verb.summary.size()), verb.summary.data());
        }
    }
    std::fprintf(
        out,
        "  %-11s sharing agreements: template, lint, show, diff, sign, activate, suspend, resume, retire, status\n",
        kAgreement.data());
    std::fprintf(out, "\n  frontsheet-agency VERB --help     says more\n"
                      "\nExit codes: 0 done, 1 failed (the reason is on standard error), 2 not understood.\n");
}

} // namespace

std::span<const VerbEntry> allVerbs() { return kVerbs; }

int runProgram(const std::vector<std::string>& words, VerbContext& context) {
    if (words.empty() || words[0] == "help" || words[0] == "--help") {
        listVerbs(words.empty() ? stderr : stdout);
        return words.empty() ? kUsage : kDone;
    }
    if (words[0] == "--version") {
        std::printf("frontsheet-agency %s\n", FRONTSHEET_VERSION);
        return kDone;
    }
    const bool ofAgreements = words[0] == kAgreement;
    if (ofAgreements && (words.size() == 1 || words[1] == "--help" || words[1] == "help")) {
        listAgreementVerbs(words.size() == 1 ? stderr : stdout);
        return words.size() == 1 ? kUsage : kDone;
    }
    const std::string name = ofAgreements ? words[0] + " " + words[1] : words[0];
    const auto verbs = ofAgreements ? agreementVerbs() : allVerbs();
    const auto verb = std::find_if(verbs.begin(), verbs.end(),
                                   [&](const VerbEntry& v) { return v.name == (ofAgreements ? words[1] : words[0]); });
    if (verb == verbs.end()) {
        std::fprintf(stderr, "frontsheet-agency: no such verb: %s\n\n", name.c_str());
        ofAgreements ? listAgreementVerbs(stderr) : listVerbs(stderr);
        return kUsage;
    }
    const std::vector<std::string> rest(words.begin() + (ofAgreements ? 2 : 1), words.end());
    if (std::find(rest.begin(), rest.end(), "--help") != rest.end()) {
        std::fwrite(verb->help.data(), 1, verb->help.size(), stdout);
        return kDone;
    }
    const auto arguments = Arguments::parse(rest, verb->rules);
    if (!arguments) {
        std::fprintf(stderr, "frontsheet-agency %s: %s\n", name.c_str(), arguments.error().context.c_str());
        return kUsage;
    }
    const auto ran = verb->run(*arguments, context);
    if (!ran) {
        std::fprintf(stderr, "%s\n[frontsheet-agency %s: %s]\n", verb->words(ran.error()).c_str(), name.c_str(),
                     describe(ran.error()).c_str());
        return ran.error().code == ErrorCode::InvalidArgument ? kUsage : kFailed;
    }
    return kDone;
}

} // namespace frontsheet
