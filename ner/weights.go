package ner

// claimWeights holds, for each feature and label, two weights: of the model that knows no
// echo, by which sure names are found, and of the full one. Learned by
// internal/gen/fitweights, one table for each tagger.
type claimWeights [numFeatures][len(labelNames)][2]float32
