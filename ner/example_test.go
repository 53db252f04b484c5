package ner_test

import (
	"fmt"
	"log"

	"github.com/namyab/namyab/ner"
)

func Example() {
	rec, err := ner.New() // embedded gazetteer and model; make one and keep it
	if err != nil {
		log.Fatal(err)
	}
	doc := rec.Recognize("Hamid Karzai met Taliban envoys in Kandahar province. Karzai then left for Pakistan.")
	for _, m := range doc.Mentions {
		fmt.Printf("%2d-%d %s %s → %s, %d\n", m.Start, m.End, m.Label, m.Text, m.Link.Entry.Name, m.Cluster)
	}
	// Output:
	//  0-12 PERSON Hamid Karzai → Hamid Karzai, 1
	// 17-24 ORG Taliban → Taliban, 2
	// 35-52 GPE Kandahar province → Kandahar, 3
	// 54-60 PERSON Karzai → Hamid Karzai, 1
	// 75-83 GPE Pakistan → Pakistan, 4
}

// Which Massoud is meant hangs on the date.
func ExampleRecognizer_RecognizeDated() {
	rec, err := ner.New()
	if err != nil {
		log.Fatal(err)
	}
	for _, date := range []string{"1999-06-01", "2021-09-06"} {
		d, err := ner.ParseDate(date)
		if err != nil {
			log.Fatal(err)
		}
		doc := rec.RecognizeDated("Massoud said he would stay in Panjsheer.", d)
		for _, m := range doc.Mentions {
			fmt.Println(doc.Date, m.Text, "→", m.Link.Entry.Name)
		}
	}
	// Output:
	// 1999-06-01 Massoud → Ahmad Shah Massoud
	// 1999-06-01 Panjsheer → Panjshir
	// 2021-09-06 Massoud → Ahmad Massoud
	// 2021-09-06 Panjsheer → Panjshir
}

func ExampleWithCandidates() {
	rec, err := ner.New(ner.WithCandidates(3))
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range rec.Recognize("Schools in Kandahar province are closed.").Mentions {
		first := m.Candidates[0].Entry
		fmt.Printf("%s may be one of %d, most likely %s the %s\n", m.Text, len(m.Candidates), first.Name, first.Kind)
	}
	// Output: Kandahar province may be one of 3, most likely Kandahar the province
}

func ExampleWithLabels() {
	rec, err := ner.New(ner.WithLabels(ner.Person))
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range rec.Recognize("Hamid Karzai met Taliban envoys in Kandahar.").Mentions {
		fmt.Println(m.Label, m.Text)
	}
	// Output: PERSON Hamid Karzai
}

func ExampleWithExplain() {
	rec, err := ner.New(ner.WithExplain(true))
	if err != nil {
		log.Fatal(err)
	}
	doc := rec.Recognize("Hamid Karzai spoke in Kabul. Karzai said the road was open.")
	m := doc.Mentions[len(doc.Mentions)-1]
	fmt.Printf("%s stands for %s by rule %s\n", m.Text, m.Fuller, m.Coref)
	// Output: Karzai stands for Hamid Karzai by rule 4 last word of a fuller name
}

func ExampleParseDate() {
	d, err := ner.ParseDate("2021-09-06T10:00:00Z")
	fmt.Println(d, err)
	_, err = ner.ParseDate("6 September")
	fmt.Println(err)
	// Output:
	// 2021-09-06 <nil>
	// date "6 September" is not YYYY, YYYY-MM or YYYY-MM-DD
}
