#include "app/agency_server/verbs/verb.h"

namespace frontsheet {

namespace {

const VerbEntry kVerbs[] = {
    {"template",
     "print an agreement to begin from",
     "frontsheet-agency agreement template NAME\n"
     "    locality-partnership: council, trusts, GP practices, housing, carers' centre, neighbourhood care.\n"
     "    two-party: a council and a community trust. own-agency: an agency's rule for its own workers.\n",
     {{}, {}, 1, "which one: locality-partnership, two-party or own-agency"},
     runAgreementTemplate},
    {"lint",
     "name every mistake in an agreement's text by line and column",
     "frontsheet-agency agreement lint FILE [--partnership FILE] [--folder FOLDER --agency CODE]\n"
     "    Exit code 1 when it could not be signed. Warnings are for a governance lead to think about.\n"
     "  --partnership FILE whose agencies the parties must be\n"
     "  --folder FOLDER --agency CODE   also compares the roles with those of the agency's directory\n",
     {{"partnership", "folder", "agency"}, {}, 1, "the agreement's file is missing"},
     runAgreementLint},
    {"show",
     "print what an agreement says: who may have what, in plain words",
     "frontsheet-agency agreement show FILE\n"
     "    Parties, purposes with their lawful basis, roles by categories as a grid, then each role's clauses in "
     "words.\n",
     {{}, {}, 1, "the agreement's file is missing"},
     runAgreementShow},
    {"diff",
     "say what a new version widens, narrows and changes, and for how many people",
     "frontsheet-agency agreement diff OLD NEW [--folder FOLDER --agency CODE]\n"
     "  --folder FOLDER --agency CODE   counts the people concerned among those registered at the agency\n",
     {{"folder", "agency"}, {}, 2, "two files are needed: the version before and the new one"},
     runAgreementDiff},
    {"sign",
     "sign a version with the agency's key",
     "frontsheet-agency agreement sign FOLDER FILE --agency CODE [--signatures FILE]\n"
     "frontsheet-agency agreement sign FOLDER ID/VERSION --agency CODE\n"
     "    Partners' servers bring text and signature to their governance leads with their next visit, who sign in "
     "turn:\n"
     "    `agreement status` names what waits, ID/VERSION signs it. A FILE's signature is also put into "
     "FILE.signatures,\n"
     "    to be sent by hand. What is signed is what the text says, not how it is laid out.\n",
     {{"agency", "signatures"}, {}, 2, "the server's folder and the agreement's file, or ID/VERSION, are needed"},
     runAgreementSign},
    {"activate",
     "let the agency's server decide by a signed version",
     "frontsheet-agency agreement activate FOLDER FILE|ID/VERSION --agency CODE [--signatures FILE] "
     "[--without-unsigned]\n"
     "    Counts between the agency and each partner who has signed, or to whom nothing more is released than by the\n"
     "    version before. Refused with the reason, and the version before stays, when anything is wrong with it.\n"
     "  --without-unsigned also when a partner is lost who has not signed yet\n",
     {{"agency", "signatures"},
      {"without-unsigned"},
      2,
      "the server's folder and the agreement's file, or ID/VERSION, are needed"},
     runAgreementActivate},
    {"suspend",
     "stop clauses of an agreement, or all of it, at once and by oneself",
     "frontsheet-agency agreement suspend FOLDER --agency CODE --id ID [--clauses C1,C2]\n"
     "    Neither released by the agency nor to it; partners follow with their next visit. Replaces what was suspended "
     "before.\n",
     {{"agency", "id", "clauses"}, {}},
     runAgreementSuspend},
    {"resume",
     "take back what was suspended",
     "frontsheet-agency agreement resume FOLDER --agency CODE --id ID\n",
     {{"agency", "id"}, {}},
     runAgreementResume},
    {"retire",
     "end an agreement for this agency",
     "frontsheet-agency agreement retire FOLDER --agency CODE --id ID\n",
     {{"agency", "id"}, {}},
     runAgreementRetire},
    {"status",
     "which versions count, between whom, what is suspended, what lapses",
     "frontsheet-agency agreement status FOLDER [--agency CODE]\n",
     {{"agency"}, {}},
     runAgreementStatus},
};

} // namespace

std::span<const VerbEntry> agreementVerbs() { return kVerbs; }

} // namespace frontsheet
