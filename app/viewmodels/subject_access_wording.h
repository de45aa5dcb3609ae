// The draft answer to a person who asks for their records, in plain words: what this agency holds about them and whom it was shown
// to. Nothing of it is ready to go out: what must be reviewed first is counted by kind and left out.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/document.h"
#include "core/domain/evidence.h"
#include "core/domain/principal.h"

namespace frontsheet {

struct SubjectAccessParts {
    EvidencePage holdings;    // EvidenceView::Holdings
    EvidencePage disclosures; // EvidenceView::Person
    Directory directory;
    Principal me; // who makes it
};

struct SubjectAccessDraft {
    Document document;
    std::vector<EvidenceHolding> inBody; // whose content the document has
    std::size_t setAside = 0;            // records left out for review
};

[[nodiscard]] SubjectAccessDraft subjectAccessDraft(const SubjectAccessParts& parts, const Wording& wording);

} // namespace frontsheet
