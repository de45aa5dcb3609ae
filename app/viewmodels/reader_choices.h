// Who may be named as a reader of an item, beside its author: those who would read it anyway. Nobody is added that the agreements
// leave out.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/principal.h"
#include "core/domain/sharing/named_reader.h"
#include "core/usecases/sharing.h"

#include <QVariantList>

#include <optional>
#include <vector>

namespace frontsheet {

// {key, name, detail, badge, chosen}. `unrestricted`: who would see it if nobody were named. `chosen`: ascending.
[[nodiscard]] QVariantList readerChoices(const WhoSees& unrestricted, const std::vector<sharing::NamedReader>& chosen,
                                         const Principal& me);
// The reader of a row's key; nullopt for anything else.
[[nodiscard]] std::optional<sharing::NamedReader> readerOfKey(const QString& key);
// Adds or takes away, keeping the order. Whether anything changed.
bool chooseReader(std::vector<sharing::NamedReader>& readers, const sharing::NamedReader& reader, bool chosen);

} // namespace frontsheet
