#pragma once
#include <libxml/xmlversion.h>
// With ICU on, libxml2's headers bring in ICU's, which contradict the ones inside Swift's Foundation. ICU only adds
// two fields at the end of a struct that this package never touches.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
