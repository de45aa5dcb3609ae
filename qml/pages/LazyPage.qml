import Frontsheet.Controls

// A page, or a large part of one, that is made when it is first shown. An app with a few dozen pages starts sooner and takes less memory
// when nobody pays for those that nobody opens.
LazyPart {
    fitted: true
}
