// The user's own folders on this device, outside of the sealed store: what may be chosen there, and what is put there when it is asked
// for. Not for the UI thread.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QFileInfo>
#include <QString>
#include <QStringList>

#include <vector>

namespace frontsheet {

// Photos and documents, the newest first; no more than a person looks through.
[[nodiscard]] std::vector<QFileInfo> newestIn(const QStringList& places);

// A new file for its reader alone, under a name that is not taken; that name, as one finds it. The bytes lie on the disk as they are.
// DiskFailed.
[[nodiscard]] Result<QString> copyInto(const QString& folder, const QString& called, const Bytes& bytes);

} // namespace frontsheet
