package ner

var resolveWeightsNone, resolveWeightsCRF, resolveWeightsProse claimWeights
var linkWeights [numLinkFeatures][len(labelNames)]float32
